import { describe, expect, it } from 'vitest';
import { createFold } from '../../../../models/measurement/fold/fold.ts';
import type { FoldedRun } from '../../../../models/measurement/folded-run.ts';
import type { LineProblem } from '../../../../models/measurement/lines/parse-line.ts';
import type { SealedLine } from '../../../../models/workload/log/measurement-log.ts';
import { end, head, numbered, problem, second } from '../lines.ts';

const LOG = numbered([
  ...[head(), second({ second: 0 }), second({ second: 1 }), second({ second: 1 }), second({ second: 2 }), end({ second: 2 })],
  ...[head({ vu: 2 }), second({ vu: 2, second: 0 }), second({ vu: 2, second: 1 }), end({ vu: 2, second: 2 })],
]);

function problems(lines: readonly (SealedLine | LineProblem)[]): FoldedRun['problems'] {
  const fold = createFold();
  for (const line of lines) fold.add(line);
  return fold.result().problems;
}

/** The log without the line of a VU with this number. */
const without = (vu: number, ...seqs: readonly number[]): SealedLine[] => LOG.filter((line) => line.vu !== vu || !seqs.includes(line.seq));

describe('the numbers of the lines of a log', () => {
  it('say that nothing is missing', () => {
    expect(problems(LOG)).toEqual({ count: 0, cutAtTheEnd: 0, examples: [] });
    expect(problems([...LOG].reverse()).count).toBe(0);
  });

  it.each([
    [1, [1], 'VU 1, second 0: 1 line is missing'],
    [1, [2], 'VU 1, second 1: 1 line is missing'],
    [1, [4], 'VU 1, second 2: 1 line is missing'],
    [2, [2], 'VU 2, seconds 1 to 1: 1 line is missing'],
    [2, [0], 'VU 2: the head line is missing'],
    [1, [1, 2, 3, 4], 'VU 1, seconds 0 to 1: 4 lines are missing'],
  ])('name what is missing of VU %i without %j', (vu, seqs, sentence) => {
    const found = problems(without(vu, ...seqs));
    expect([found.count, found.examples]).toEqual([seqs.length, [sentence.replace('seconds 1 to 1', 'second 1')]]);
  });

  it('do not miss what a killed VU has not written', () => {
    expect(problems(without(2, 3)).count).toBe(0);
  });

  it('name repeated lines, lines out of place and lines of another run', () => {
    expect(problems([...LOG, LOG[4]!, LOG[4]!])).toEqual({ count: 2, cutAtTheEnd: 0, examples: ['VU 1, second 2: the same line 3 times'] });
    expect(problems([...LOG, { ...second({ vu: 2, second: 5 }), run: LOG[0]!.run, seq: 4 }]).examples).toEqual([
      'VU 2, second 5: a line out of place',
    ]);
    const foreign = numbered([head({ vu: 2, seed: 9 }), second({ vu: 2, second: 3 })], 'ffffffff');
    expect(problems([...LOG, foreign[1]!])).toMatchObject({ count: 1, examples: ['VU 2, second 3: a line of another run'] });
    expect(problems([...LOG, ...foreign])).toMatchObject({
      count: 3,
      examples: [expect.stringContaining('head lines must agree'), 'VU 2, head line: a line of another run', expect.any(String)],
    });
  });

  it('count an altered line once, by its own name', () => {
    const altered = problem('measurement line: altered', { vu: 1, second: 0 });
    expect(problems([...without(1, 1), altered])).toMatchObject({ count: 1, examples: ['VU 1, second 0: altered'] });
    expect(problems([...without(1, 0), problem('measurement line: altered', { vu: 1 })])).toMatchObject({
      count: 1,
      examples: ['VU 1: altered'],
    });
    // Without its own place it is named beside the line that is missing.
    expect(problems([...without(1, 1), problem('no line')])).toMatchObject({
      count: 1,
      examples: ['VU 1, second 0: 1 line is missing', 'no line'],
    });
  });

  it('tell the torn last line of a VU from one with others behind it', () => {
    const cut = LOG.filter(({ vu, surgeproof }) => vu === 1 || surgeproof !== 'end');
    const torn = (over: Partial<LineProblem>) => problems([...cut, problem('cut off', { torn: true, ...over })]).cutAtTheEnd;
    expect(torn({ vu: 2, second: 2 })).toBe(1);
    expect(torn({ vu: 2, second: 1 })).toBe(1);
    expect(torn({ vu: 2 })).toBe(1);
    expect(torn({})).toBe(1);
    expect(torn({ vu: 7, second: 2 })).toBe(1);
    expect(torn({ vu: 2, second: 0 })).toBe(0);
    expect(torn({ vu: 1, second: 3 })).toBe(0);
    expect(torn({ vu: 2, second: 2, torn: false })).toBe(0);
  });
});
