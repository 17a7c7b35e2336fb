import type { Bench, BenchContext } from '../harness/bench-context.ts';
import type { BenchRow } from '../harness/bench-row.ts';
import { sizingCoverage } from './coverage.ts';

const SYSTEMS = 200;
const COVERED = [0.84, 0.96] as const;

/** Deterministic, so that it runs once whatever the number of runs. */
async function run({ tell }: BenchContext): Promise<BenchRow[]> {
  const found = sizingCoverage({ systems: SYSTEMS, resamples: 60, customers: 200_000 });
  tell(JSON.stringify(found));
  const share = found.covered / SYSTEMS;
  return [
    {
      what: `90 % intervals of the number of nodes, ${SYSTEMS} simulated systems of known capacity: share that covers the truth`,
      goal: `${COVERED[0] * 100}–${COVERED[1] * 100} %`,
      measured: `${percent(share)} (truth above the interval in ${percent(found.tooFew / SYSTEMS)})`,
      ratio: `median width ${percent(found.width)} of the truth, median answer off by ${percent(found.bias)}; intervals of c/S cover in ${percent(found.capacityCovered / SYSTEMS)}; ${found.open} without an upper end`,
      pass: share >= COVERED[0] && share <= COVERED[1],
    },
  ];
}

const percent = (share: number) => `${Number((100 * share).toFixed(1))} %`;

export const sizingCoverageBench: Bench = {
  name: 'sizing-coverage',
  title: 'intervals of the number of nodes over simulated systems',
  minutes: 3,
  run,
};
