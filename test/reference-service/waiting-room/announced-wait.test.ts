import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Played, type PlayedSurge, playSurge } from './play-surge.ts';

const LANES = [
  { name: 'register', cost: 5 },
  { name: 'payment', cost: 1 },
];
const GRACE = 2_000;

/** Share of the people who joined after the first seconds and whose announced wait was right within 30 %, or the second nobody sees between polls. */
const honestShare = ({ waited }: Played, from = GRACE): number => {
  const judged = waited.filter(({ joined }) => joined >= from);
  const honest = judged.filter(({ joined, announced, admitted }) => {
    const real = admitted - joined;
    return Math.abs(announced - real) <= Math.max(0.3 * real, 1_000);
  });
  return judged.length === 0 ? 1 : honest.length / judged.length;
};

/** Doors open: a plateau, then a decay to a base rate. A tenth of the launch of the lab profile. */
const launch = (peak: number, hold: number, base: number) => (second: number) =>
  base + (second < hold ? peak : peak * 0.5 ** ((second - hold) / 3));

describe('the announced wait', () => {
  it('is right within 30 % for 9 of 10 people of a launch like the one of the lab profile, whatever the shares', () => {
    const surge: PlayedSurge = {
      lanes: LANES,
      tokensPerSecond: 91.2,
      mix: [0.7, 0.3],
      rateAt: launch(200, 20.5, 1.5),
      seconds: 60,
      seed: 1,
    };
    const shares = [undefined, [3.5, 0.3], [1, 1]] as const;
    for (const share of shares) {
      const lanes = LANES.map((lane, i) => ({ ...lane, share: share?.[i] }));
      expect(honestShare(playSurge({ ...surge, lanes }), 5_000)).toBeGreaterThanOrEqual(0.9);
    }
  });

  it('is right within 30 % for 9 of 10 people in overload, over mixes, costs, rates and lengths, when the shares fit the mix within a quarter', () => {
    const surges = fc.record({
      costs: fc.tuple(fc.double({ min: 0.5, max: 6, noNaN: true }), fc.double({ min: 0.5, max: 6, noNaN: true })),
      first: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      overload: fc.double({ min: 1.2, max: 6, noNaN: true }),
      hold: fc.integer({ min: 10, max: 60 }),
      misfit: fc.double({ min: 0.8, max: 1.25, noNaN: true }),
      tokensPerSecond: fc.integer({ min: 40, max: 120 }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(surges, ({ costs, first, overload, hold, misfit, tokensPerSecond, seed }) => {
        const demand = [costs[0] * first * misfit, costs[1] * (1 - first)];
        const lanes = costs.map((cost, i) => ({ name: `lane-${i}`, cost, share: demand[i] }));
        const capacity = tokensPerSecond / (costs[0] * first + costs[1] * (1 - first));
        const surge = { lanes, tokensPerSecond, mix: [first, 1 - first], seconds: hold + 10, seed };
        const played = playSurge({ ...surge, rateAt: launch(overload * capacity, hold, 0.1 * capacity) });
        expect(played.lost).toBe(0);
        expect(honestShare(played)).toBeGreaterThanOrEqual(0.9);
      }),
      { numRuns: 30 },
    );
  });

  it('learns how many people ahead give up', () => {
    const surge: PlayedSurge = {
      lanes: LANES,
      tokensPerSecond: 60,
      mix: [0.7, 0.3],
      rateAt: () => 60,
      seconds: 90,
      patience: 600,
      seed: 2,
    };
    expect(honestShare(playSurge(surge))).toBeGreaterThanOrEqual(0.9);
  });
});

describe('the polls of a surge', () => {
  it('stay at or below a third of the people in line, over any ten seconds but the last of a line', () => {
    const { inLine, polls } = playSurge({
      lanes: LANES,
      tokensPerSecond: 91.2,
      mix: [0.7, 0.3],
      rateAt: launch(200, 20, 1.5),
      seconds: 60,
      seed: 3,
    });
    const sum = (numbers: readonly number[], from: number): number => numbers.slice(from, from + 10).reduce((total, n) => total + n, 0);
    const last = polls.length - 20;
    for (let from = 0; from < last; from += 1) expect(sum(polls, from)).toBeLessThanOrEqual(sum(inLine, from) / 3 + 10);
  });
});
