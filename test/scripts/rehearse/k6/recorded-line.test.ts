import { describe, expect, it } from 'vitest';
import { isIntact, sealed } from '../../../../models/workload/log/seal.ts';
import { recordedLine } from '../../../../scripts/rehearse/k6/recorded-line.ts';
import { jsonRedactor } from '../../../../scripts/rehearse/redact.ts';
import { lineDigest } from '../../../../scripts/run-folder/line-digest.ts';

const redact = jsonRedactor({ TOKEN: 'abcd1234' });
const lineOf = (cause: string): string =>
  sealed(JSON.stringify({ surgeproof: 'second', errors: [[1, cause, 'system', 1]] }), 'x', 3, lineDigest);

describe('a line as it is recorded', () => {
  it('is the line that came where no secret is in it', () => {
    expect(recordedLine(lineOf('HTTP 503'), redact)).toBe(lineOf('HTTP 503'));
  });

  it('has a checksum that fits after a secret was taken out', () => {
    const recorded = recordedLine(lineOf('no such token abcd1234'), redact);
    expect(recorded).toBe(lineOf('no such token {{env:TOKEN}}'));
    expect(isIntact(recorded, lineDigest)).toBe(true);
  });

  it('is not made whole when it came altered, and loses its secrets all the same', () => {
    const altered = lineOf('abcd1234').replace('"system"', '"script"');
    const recorded = recordedLine(altered, redact);
    expect(recorded).not.toContain('abcd1234');
    expect(isIntact(recorded, lineDigest)).toBe(false);
    expect(recordedLine(lineOf('abcd1234').slice(0, 60), redact)).not.toContain('abcd1234');
  });
});
