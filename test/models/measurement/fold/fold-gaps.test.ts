import { describe, expect, it } from 'vitest';
import { createFold } from '../../../../models/measurement/fold/fold.ts';
import type { FoldedRun } from '../../../../models/measurement/folded-run.ts';
import type { MeasurementLine } from '../../../../models/workload/log/measurement-log.ts';
import { end, head, nobody, sample, second } from '../lines.ts';

function fold(lines: readonly MeasurementLine[]): FoldedRun {
  const reading = createFold();
  for (const line of lines) reading.add(line);
  return reading.result();
}

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

describe('a fold of an untidy log', () => {
  it('takes, of several counts of one VU and second, the one further on', () => {
    const early = { ...nobody, arrived: 5, inLine: 5 };
    const late = { ...nobody, arrived: 5, finished: 1, inLine: 3, active: 1 };
    expect([...fold([head(), second({ users: late }), second({ users: early })]).inLine]).toEqual([3]);
  });

  it('keeps the end of a VU that was stopped, and of two ends the later', () => {
    expect(fold([head(), end({ second: 1 }), end({ second: 1, reason: 'stopped' })]).ended).toBe('stopped');
    expect(fold([head(), end({ second: 4, reason: 'complete' }), end({ second: 3, reason: 'stopped' })]).vus[0]!.lastSecond).toBe(4);
  });

  it('takes, of two ends at the same moment, the one further on', () => {
    const done = { ...nobody, arrived: 2, finished: 2 };
    const early = { ...nobody, arrived: 2, active: 2 };
    expect(fold([head(), end({ users: done }), end({ users: early })]).users).toEqual(done);
    expect(fold([head(), end({ users: early }), end({ users: done })]).users).toEqual(done);
  });

  it('notices silent VUs and missing ends', () => {
    const run = fold([
      head(),
      head({ vu: 2 }),
      second({ second: 0 }),
      second({ second: 3 }),
      second({ vu: 2, second: 0 }),
      second({ vu: 2, second: 1 }),
    ]);
    // VU 1 misses 1 and 2; VU 2 misses 2 (3 is the run's last second, which a killed VU may have been about to write).
    expect(run.silentSeconds).toBe(2);
    expect(run.vus).toEqual([
      { vu: 1, lastSecond: 3, ended: 'cut', silentSeconds: 2 },
      { vu: 2, lastSecond: 1, ended: 'cut', silentSeconds: 1 },
    ]);
    expect(run.ended).toBe('cut');
  });

  it('counts problems: unreadable lines, no head, foreign heads, indices beyond the lists', () => {
    const reading = createFold();
    reading.add({ problem: 'b', refused: false });
    reading.add({ problem: 'a', refused: false });
    expect(reading.result().problems).toEqual({ count: 2, examples: ['a', 'b'] });
    expect(fold([second({ samples: [sample('pay', [1])] })]).problems.examples[0]).toContain('head line is missing');
    expect(fold([second({ samples: [sample('pay', [1])] })]).samples).toEqual([]);
    const mixed = fold([head(), head({ vu: 2 }), head({ vu: 3, seed: 8 })]);
    expect([mixed.head?.seed, mixed.problems.count]).toEqual([7, 1]);
    const foreign = fold([
      head({ steps: ['only'], journeys: [], variants: [] }),
      second({ samples: [sample('pay', [1])], admissions: [[9, 1, 0, 0, 0]], errors: [[5, 'x', 'system', 1]] }),
    ]);
    expect([foreign.problems.count, foreign.samples.length, foreign.admissions.length, foreign.errors.length]).toEqual([2, 0, 0, 0]);
    for (let i = 0; i < 150; i++) reading.add({ problem: `kind ${i}`, refused: false });
    expect([reading.result().problems.count, reading.result().problems.examples.length]).toEqual([152, 10]);
  });

  it('bounds the number of error causes and loses no count', () => {
    const errors = Array.from({ length: 10_050 }, (_, i) => [2, `cause ${i}`, 'system', 2] as const);
    const run = fold([head(), second({ errors })]);
    expect(run.errors[0]).toEqual({ step: 'open-app', cause: 'other causes', owner: 'system', count: 100 });
    expect(sum(run.errorsByOwner.system)).toBe(20_100);
  });

  it('is empty before the first line', () => {
    const empty = createFold();
    expect(empty.result()).toMatchObject({ head: null, seconds: 0, ended: 'cut', lines: 0, problems: { count: 0, examples: [] } });
    expect(empty.latest()).toMatchObject({ second: 0, phase: null, steps: [], loopLagP99: null, maxWaiting: 0 });
  });
});
