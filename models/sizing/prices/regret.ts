import type { PlanRegret, PlanRegretRow } from '../../results/plan/plan-prices.ts';
import type { PeakDistribution } from '../peak-distribution.ts';
import type { Prices } from '../policy.ts';
import type { NodeTable } from '../schedule/node-table.ts';

/** Peaks of equal probability. */
const PEAKS = 200;
/** Numbers of nodes compared at most. */
const MOST_ROWS = 40;
const RARE = 0.005;

/**
 * What each number of nodes costs too much on average, over the peaks of the forecast and the ways the service may be.
 * Used where a broken minute has a price: the number with the least regret weighs the two mistakes instead of fixing a confidence.
 *
 *   cost(n; λ) = n·p·h + M·[λ > λ*(n)];   regret(n) = E[cost(n; λ) − min over n' of cost(n'; λ)]
 *
 *   p  price of a node-hour   h  hours   M  minutes × price of a minute   λ*(n)  rate that n nodes hold within the budget
 *
 * Source: Savage 1951, minimax regret, here in the mean as Netflix's capacity planner has it; without spare nodes for a failure.
 */
export function regretOf(
  table: NodeTable,
  peak: PeakDistribution,
  prices: Prices & { readonly miss: NonNullable<Prices['miss']> },
): PlanRegret {
  const { currency, perNodeHour, hours, miss } = prices;
  const candidates = candidatesOf(table, peak);
  const [price, penalty] = [perNodeHour * hours, miss.perMinute * miss.minutes];
  const sums = candidates.map(() => ({ tooMany: 0, broken: 0, regret: 0 }));
  const peaks = Array.from({ length: PEAKS }, (_, i) => peak.quantile((i + 0.5) / PEAKS));
  const worlds = table.rates(candidates[0]!).length;
  for (let world = 0; world < worlds; world++) {
    for (const rate of peaks) {
      const enough = candidates.findIndex((nodes) => table.rates(nodes)[world]! >= rate);
      const holds = (i: number): boolean => table.rates(candidates[i]!)[world]! >= rate;
      const costs = candidates.map((nodes, i) => nodes * price + (holds(i) ? 0 : penalty));
      const least = Math.min(...costs);
      sums.forEach((sum, i) => {
        sum.tooMany += enough === -1 ? 0 : Math.max(0, candidates[i]! - candidates[enough]!) * price;
        sum.broken += holds(i) ? 0 : 1;
        sum.regret += costs[i]! - least;
      });
    }
  }
  const cases = worlds * PEAKS;
  const rows = candidates.map((nodes, i): PlanRegretRow => {
    const { tooMany, broken, regret } = sums[i]!;
    const share = broken / cases;
    return { nodes, spend: nodes * price, tooMany: tooMany / cases, broken: share, tooFew: share * penalty, regret: regret / cases };
  });
  const best = rows.reduce((least, row) => (row.regret < least.regret ? row : least)).nodes;
  return { currency, perMinute: miss.perMinute, minutes: miss.minutes, best, rows };
}

/** From the number that a low peak needs to past that of a high one. */
function candidatesOf(table: NodeTable, peak: PeakDistribution): number[] {
  const need = (share: number): number => {
    const rate = peak.quantile(share);
    return table.nodesFor({ quantile: () => rate, share: (given) => (given >= rate ? 1 : 0) }, 0.5);
  };
  const [from, to] = [Math.max(1, need(RARE) - 1), need(1 - RARE) + 1];
  const stride = Math.max(1, Math.ceil((to - from) / MOST_ROWS));
  return Array.from({ length: Math.floor((to - from) / stride) + 1 }, (_, i) => from + i * stride);
}
