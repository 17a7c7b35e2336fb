import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMeasurementLine } from '../../../../models/measurement/lines/parse-line.ts';
import { lineDigest } from '../../../../scripts/run-folder/line-digest.ts';
import { anyLine } from '../any-lines.ts';
import { numbered, printed } from '../lines.ts';

describe('a printed log', () => {
  it('is read back without loss', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 20 }), (lines) => {
        const log = numbered(lines);
        const read = log.map((line) => parseMeasurementLine(printed(line), lineDigest));
        expect(read).toEqual(log);
      }),
    );
  });
});
