import fc from 'fast-check';
import { expect } from 'vitest';
import { type Played, playSurge } from './play-surge.ts';

const GRACE = 2_000;

/** Share of the people who joined after the first seconds and whose announced wait was right within 30 %, or the second that nobody sees between polls. */
export function honestShare({ waited }: Played, from = GRACE): number {
  const judged = waited.filter(({ joined }) => joined >= from);
  const honest = judged.filter(({ joined, announced, admitted }) => {
    const real = admitted - joined;
    return Math.abs(announced - real) <= Math.max(0.3 * real, 1_000);
  });
  return judged.length === 0 ? 1 : honest.length / judged.length;
}

/** Doors open: a plateau, then a decay to a base rate. A tenth of the launch of the lab profile. */
export function launch(peak: number, hold: number, base: number): (second: number) => number {
  return (second) => base + (second < hold ? peak : peak * 0.5 ** ((second - hold) / 3));
}

const surges = fc.record({
  costs: fc.tuple(fc.double({ min: 0.5, max: 6, noNaN: true }), fc.double({ min: 0.5, max: 6, noNaN: true })),
  first: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
  overload: fc.double({ min: 1.2, max: 6, noNaN: true }),
  hold: fc.integer({ min: 10, max: 60 }),
  misfit: fc.double({ min: 0.9, max: 1.1, noNaN: true }),
  tokensPerSecond: fc.integer({ min: 40, max: 120 }),
  seed: fc.nat(),
});

/**
 * The hardest surge that was found, with `misfit` times the fitting share for the first lane. The second lane is fed by what the first
 * leaves, and no one can know when people stop coming to that one. docs/decisions/announced-waits.md has the whole table.
 */
export const hardSurge = (misfit: number) => ({
  costs: [6, 2.145_352_484_816_14] as [number, number],
  first: 0.444_057_111_583_477_5,
  overload: 1.2,
  hold: 59,
  misfit,
  tokensPerSecond: 62,
  seed: 0,
});

type DrawnSurge = ReturnType<typeof hardSurge>;

/** Plays a surge of two lanes whose shares miss the mix by `misfit`. */
export function playMisfit({ costs, first, overload, hold, misfit, tokensPerSecond, seed }: DrawnSurge): Played {
  const demand = [costs[0] * first * misfit, costs[1] * (1 - first)];
  const lanes = costs.map((cost, i) => ({ name: `lane-${i}`, cost, share: demand[i] }));
  const capacity = tokensPerSecond / (costs[0] * first + costs[1] * (1 - first));
  const rateAt = launch(overload * capacity, hold, 0.1 * capacity);
  return playSurge({ lanes, tokensPerSecond, mix: [first, 1 - first], seconds: hold + 10, seed, rateAt });
}

/** Holds for surges of two lanes, whatever their costs, mix, rates and lengths, when the shares fit the mix within a tenth. */
export const announcedWaitIsHonest = fc.property(surges, (surge) => {
  const played = playMisfit(surge);
  expect(played.lost).toBe(0);
  expect(honestShare(played)).toBeGreaterThanOrEqual(0.9);
});
