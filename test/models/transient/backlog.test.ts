import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backlog } from '../../../models/transient/backlog.ts';
import { amountBetween, rateAt } from '../../../models/transient/piecewise-linear.ts';
import { expectRefusal } from '../refused.ts';

const triangle = [
  [0, 10],
  [10, 30],
  [20, 10],
] as const;

/** The same fluid by a thousand small steps a unit of time: a slow twin. */
function bySteps(arrivals: Parameters<typeof rateAt>[0], capacity: Parameters<typeof rateAt>[0], until: number) {
  const step = 1e-3;
  let [depth, deepest, drainedAt] = [0, 0, 0];
  for (let t = 0; t < until; t += step) {
    const next = Math.max(0, depth + (rateAt(arrivals, t + step / 2) - rateAt(capacity, t + step / 2)) * step);
    if (depth > 0 && next === 0) drainedAt = t;
    depth = next;
    deepest = Math.max(deepest, depth);
  }
  return { deepest, drainedAt };
}

describe('backlog', () => {
  it('of a triangle over a constant capacity is its area: 10 · 10/2, from 5 to 15, gone at 22.5', () => {
    const answer = backlog({ arrivals: triangle, capacity: [[0, 20]] });
    expect(answer).toMatchObject({ startsAt: 5, endsAt: 15, maxBacklog: 50, maxAt: 15, drainedAt: 22.5 });
    expect(answer.maxWait).toBeCloseTo(2.5, 9);
  });

  it('keeps the wait longer than the deepest backlog says when capacity falls afterwards', () => {
    const capacity = [
      [0, 20],
      [12, 20],
      [12.5, 11],
    ] as const;
    const answer = backlog({ arrivals: triangle, capacity });
    expect(answer.maxWait).toBeCloseTo(95 / 11, 6);
    expect(answer.maxAt).toBeCloseTo(19.5, 9);
  });

  it('has a maximum of the wait where the capacity that serves it meets the arrivals', () => {
    const capacity = [
      [0, 20],
      [15, 20],
      [16, 40],
    ] as const;
    const { maxWait } = backlog({ arrivals: triangle, capacity });
    // Brute force over the arrivals of the busy time.
    let longest = 0;
    for (let t = 5; t < 17.6; t += 0.002) {
      const depth = amountBetween(triangle, 5, t) - amountBetween(capacity, 5, t);
      let wait = 0;
      while (amountBetween(capacity, t, t + wait) < depth) wait += 0.002;
      longest = Math.max(longest, wait);
    }
    expect(Math.abs(maxWait - longest)).toBeLessThan(0.004);
  });

  it('spans several backlogs: first start, last end', () => {
    const arrivals = [0, 10].flatMap((t) => [
      [t, 1],
      [t + 1, 30],
      [t + 2, 1],
    ]) as [number, number][];
    const answer = backlog({ arrivals, capacity: [[0, 10]] });
    expect(answer.startsAt).toBeCloseTo(9 / 29, 9);
    expect(answer.endsAt).toBeCloseTo(12 - 9 / 29, 9);
    expect(answer.drainedAt! - 10).toBeCloseTo(backlog({ arrivals: arrivals.slice(0, 3), capacity: [[0, 10]] }).drainedAt!, 9);
  });

  it('agrees with small steps', () => {
    const rate = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(rate, rate, rate, rate, rate, (a, b, c, d, e) => {
        const arrivals = [
          [0, a],
          [3, b],
          [7, c],
          [9, 0],
        ] as const;
        const capacity = [
          [0, d],
          [5, e],
        ] as const;
        const answer = backlog({ arrivals, capacity });
        const steps = bySteps(arrivals, capacity, 9 + answer.maxBacklog + 5);
        expect(answer.maxBacklog).toBeCloseTo(steps.deepest, 1);
        if (answer.maxBacklog > 0.1) expect(answer.drainedAt!).toBeCloseTo(steps.drainedAt, 1);
      }),
      { numRuns: 25 },
    );
  });

  it('has no times when capacity is always enough', () =>
    expect(backlog({ arrivals: [[0, 5]], capacity: [[0, 5]] })).toEqual({
      startsAt: null,
      endsAt: null,
      maxBacklog: 0,
      maxAt: null,
      drainedAt: null,
      maxWait: 0,
    }));

  it('refuses a backlog that never drains, and points that are no curve', () => {
    expectRefusal(() => backlog({ arrivals: [[0, 30]], capacity: [[0, 20]] }), 'unstable', /^capacity: must end above the arrivals \(30\)/);
    const even = [
      [0, 30],
      [1, 20],
    ] as const;
    expectRefusal(() => backlog({ arrivals: even, capacity: [[0, 20]] }), 'unstable', /got 20/);
    expectRefusal(() => backlog({ arrivals: [], capacity: [[0, 1]] }), 'out-of-range', /^arrivals: must have at least one/);
    expectRefusal(() => backlog({ arrivals: [[0, -1]], capacity: [[0, 1]] }), 'out-of-range', /^arrivals\[0\]/);
    const back = [
      [1, 1],
      [1, 2],
    ] as const;
    expectRefusal(() => backlog({ arrivals: [[0, 1]], capacity: back }), 'out-of-range', /^capacity\[1\]: times must rise, got 1 after 1/);
  });

  it('carries a backlog that stops shrinking before it is gone into the next', () => {
    const arrivals = [
      [0, 30],
      [1, 10],
      [2, 30],
      [3, 0],
    ] as const;
    // Areas of the triangles of 30, 10, 30, 0 over 18: 3.6 - 1.6 - 1.6 + 3.6 + 2.4 - 5.4 = 1 left at 3.
    expect(backlog({ arrivals, capacity: [[0, 18]] }).drainedAt).toBeCloseTo(3 + 1 / 18, 9);
  });
});
