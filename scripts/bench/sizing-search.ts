import { exponentialService } from '../../models/capacity/service-law.ts';
import { erlangC } from '../../models/queueing/erlang-c.ts';
import { serversForResponse } from '../../models/queueing/servers-for-response.ts';
import { nodesForRate } from '../../models/sizing/nodes-for.ts';
import type { BenchRow } from './bench-row.ts';

const took = (work: () => unknown): number => {
  work();
  const start = performance.now();
  work();
  return performance.now() - start;
};

const row = (what: string, goal: number, work: () => unknown): BenchRow => {
  const time = took(work);
  return { what, goal: `≤ ${goal} ms`, measured: `${time.toFixed(1)} ms`, pass: time <= goal };
};

/** How long the models of a plan take at sizes beyond anything real. */
export function benchSizing(): BenchRow[] {
  const world = { service: exponentialService(0.04), serversPerNode: 8, ca2: 1, queue: 'shared', contention: 0, coherency: 0 } as const;
  return [
    row('Erlang C with 1,000,000 servers', 20, () => erlangC(1_000_000, 999_000)),
    row('servers for a response budget, 100,000 servers', 50, () =>
      serversForResponse({ arrivalRate: 2_490_000, serviceTime: 0.04, percentile: 99, budget: 0.2 }),
    ),
    row('nodes for a response budget, 12,500 nodes of 8', 50, () => nodesForRate(world, 2_490_000, { percentile: 99, limit: 0.2 })),
  ];
}
