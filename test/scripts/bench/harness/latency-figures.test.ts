import { describe, expect, it } from 'vitest';
import { createCellSum } from '../../../../models/measurement/packed-cells.ts';
import { createRecorder } from '../../../../models/workload/log/recorder.ts';
import { deviation, figuresOf, sayFigures, trueFigures } from '../../../../scripts/bench/harness/latency-figures.ts';

const LOAD = { rate: 200, seconds: 20, stopped: 3 };

/** Every request of such a run, one by one: due each 5 ms, answered at once, or when the target goes on at second 11. */
function simulated(): ReturnType<typeof figuresOf> {
  const recorder = createRecorder();
  for (let due = 2; due < 20_000; due += 5) recorder.record(due > 8_000 && due < 11_000 ? 11_000 - due : 0.1);
  const sum = createCellSum();
  sum.add(recorder.take());
  return figuresOf(sum.take());
}

describe('trueFigures', () => {
  it('is what one gets by letting each request wait: within a cell of the histogram, 0.4 %, and half a request', () => {
    expect(deviation(simulated(), trueFigures(LOAD))).toBeLessThan(0.006);
  });
});

describe('deviation', () => {
  it('is that of the worst figure: a p99 of 0.4 ms for 2.8 s is off by 100 %', () => {
    const truth = trueFigures(LOAD);
    expect(deviation({ ...truth, p99: 0.4 }, truth)).toBeCloseTo(1, 3);
    expect(deviation({ ...truth, count: 4_100 }, truth)).toBeCloseTo(0.025, 9);
  });
});

describe('sayFigures', () => {
  it('says long times in seconds and short ones in milliseconds', () => {
    expect(sayFigures({ count: 4_000, mean: 225, p90: 1_000, p95: 0.42, p99: 2_800 })).toBe(
      '4,000 requests, mean 225.0 ms, p90 1.00 s, p95 0.4 ms, p99 2.80 s',
    );
  });
});
