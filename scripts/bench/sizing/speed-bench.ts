import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { exponentialService } from '../../../models/capacity/laws/service-law.ts';
import { erlangC } from '../../../models/queueing/erlang/erlang-c.ts';
import { serversForResponse } from '../../../models/queueing/servers/servers-for-response.ts';
import { uslFit } from '../../../models/scalability/usl-fit.ts';
import { durationOf } from '../../../models/simulation/duration.ts';
import { fcfsWaits } from '../../../models/simulation/fcfs-waits.ts';
import { randomStream } from '../../../models/simulation/random-stream.ts';
import { nodesForRate } from '../../../models/sizing/nodes-for.ts';
import { PROJECT_FOLDER } from '../../project/project-folder.ts';
import type { Bench, BenchContext } from '../harness/bench-context.ts';
import type { BenchRow } from '../harness/bench-row.ts';
import { saySpread, spreadOf } from '../harness/spread.ts';

/** Of each figure; they take milliseconds. */
const RUNS = 7;
const CUSTOMERS = 2_000_000;
const REFITS = 500;
const WORLD = { service: exponentialService(0.04), serversPerNode: 8, ca2: 1, balancer: 'shared', contention: 0, coherency: 0 } as const;

/** Data of the package `usl` for R (specsdm91). */
const LOAD = [1, 18, 36, 72, 108, 144, 216];
const THROUGHPUT = [64.9, 995.9, 1652.4, 1853.2, 1828.9, 1775, 1702.2];

/** Milliseconds of each run, after one that is not counted. */
function times(work: () => unknown): number[] {
  work();
  return Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

function row(what: string, goal: number, work: () => unknown): BenchRow {
  const spread = spreadOf(times(work));
  return { what, goal: `≤ ${goal} ms`, measured: `${saySpread(spread, (value) => value.toFixed(1))} ms`, pass: spread.median <= goal };
}

function simulator(): BenchRow {
  const waits = () =>
    fcfsWaits({
      servers: 100,
      customers: CUSTOMERS,
      interarrival: durationOf(1 / 90, 1, randomStream(1, 0)),
      service: durationOf(1, 1, randomStream(1, 1)),
    });
  const spread = spreadOf(times(waits).map((time) => CUSTOMERS / 1000 / time));
  return {
    what: 'simulator, first come first served, 100 servers, exponential service',
    goal: '≥ 2 million customers/s',
    measured: `${saySpread(spread, (value) => value.toFixed(2))} million/s`,
    pass: spread.median >= 2,
  };
}

function refit(): void {
  const random = randomStream(1, 2);
  for (let i = 0; i < REFITS; i++) uslFit({ load: LOAD, throughput: THROUGHPUT.map((value) => value * (0.97 + 0.06 * random())) });
}

const calc =
  (...args: string[]) =>
  () =>
    execFileSync(process.execPath, [join(PROJECT_FOLDER, 'bin', 'surgeproof.mjs'), 'calc', ...args], { stdio: 'ignore' });

async function run({ tell }: BenchContext): Promise<BenchRow[]> {
  tell(`${RUNS} runs of each`);
  return [
    row('Erlang C with 1,000,000 servers', 20, () => erlangC(1_000_000, 999_000)),
    row('servers for a response budget, 100,000 servers', 50, () =>
      serversForResponse({ arrivalRate: 2_490_000, serviceTime: 0.04, percentile: 99, budget: 0.2 }),
    ),
    row('nodes for a response budget, 12,500 nodes of 8', 50, () => nodesForRate(WORLD, 2_490_000, { percentile: 99, limit: 0.2 })),
    row(`${REFITS} refits of the scalability law`, 1000, refit),
    simulator(),
    row('`surgeproof calc erlang-c`, start to answer', 400, calc('erlang-c', '--load', '20', '--servers', '25')),
    row('`surgeproof calc usl-fit`, start to answer', 400, calc('usl-fit', '--load', LOAD.join(), '--throughput', THROUGHPUT.join())),
  ];
}

export const sizingSpeed: Bench = { name: 'sizing-speed', title: 'how long the models of a plan take', minutes: 0.5, run };
