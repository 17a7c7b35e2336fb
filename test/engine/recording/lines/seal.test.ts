import { sha256 } from 'k6/crypto';
import { describe, expect, it } from 'vitest';
import { sealing } from '../../../../engine/recording/lines/seal.ts';
import type { HeadLine } from '../../../../models/workload/log/measurement-log.ts';
import { OUTCOMES } from '../../../../models/workload/log/outcome.ts';
import { isIntact, shortened, withoutSum } from '../../../../models/workload/log/seal.ts';

const head = (over: Partial<HeadLine> = {}): HeadLine => ({
  ...{ surgeproof: 'head', version: 3, vu: 1, surge: 'test', profile: 'smoke', seed: 7, startedAt: 5, steps: ['pay'] },
  ...{ journeys: [], variants: [], outcomes: OUTCOMES, phases: [], lanes: [] },
  ...over,
});

function written(of: HeadLine): Record<string, unknown>[] {
  const lines: string[] = [];
  const write = sealing(of, (line) => void lines.push(line));
  for (const text of ['{"surgeproof":"head"}', '{"second":0,"cause":"점검 중"}', '{"second":1}']) write(text);
  expect(lines.every((line) => isIntact(line, (text) => shortened(sha256(text, 'hex'))))).toBe(true);
  return lines.map((line) => JSON.parse(withoutSum(line)));
}

describe('sealing', () => {
  it('numbers the lines of a VU, names the run and adds a checksum', () => {
    const [first, second, third] = written(head());
    expect(first).toEqual({ surgeproof: 'head', run: expect.stringMatching(/^[0-9a-f]{8}$/), seq: 0 });
    expect(second).toEqual({ second: 0, cause: '점검 중', run: first!.run, seq: 1 });
    expect(third).toEqual({ second: 1, run: first!.run, seq: 2 });
  });

  it('names the same run on every VU, and another one for another seed, start or surge', () => {
    const runOf = (over: Partial<HeadLine>) => written(head(over))[0]!.run;
    expect(runOf({ vu: 2 })).toBe(runOf({}));
    expect(new Set([runOf({}), runOf({ seed: 8 }), runOf({ startedAt: 6 }), runOf({ surge: 'other' })]).size).toBe(4);
  });
});
