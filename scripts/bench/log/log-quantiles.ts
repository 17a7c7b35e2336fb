import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countPacked, quantilePacked } from '../../../models/measurement/packed-cells.ts';
import { nearestRank } from '../../../models/statistics/nearest-rank.ts';
import { linesOf } from '../../run-folder/lines-of.ts';
import { type Bench, type BenchContext, repeated } from '../harness/bench-context.ts';
import { benchK6 } from '../harness/bench-k6.ts';
import { benchProfile } from '../harness/bench-profile.ts';
import type { BenchRow } from '../harness/bench-row.ts';
import { saySpread, spreadOf } from '../harness/spread.ts';
import { withStub } from '../harness/with-stub.ts';
import { serviceOf } from './log-samples.ts';

const GOAL = 0.005;
const QUANTILES = { p50: 0.5, p95: 0.95, p99: 0.99, 'p99.9': 0.999 } as const;
const PROFILE = { ...benchProfile({ people: 30_000, seconds: 30, hosts: 8, drainSeconds: 5 }), evenSpacing: false };
/** Spread over two orders of magnitude, milliseconds. */
const ANSWER_AFTER = { p50: 10, p99: 200 } as const;

/** The values of k6's `http_req_duration` for a step in the file of `--out json`, ascending. */
async function exactDurations(file: string, step: string): Promise<Float64Array> {
  const values: number[] = [];
  for await (const line of linesOf(file)) {
    if (!line.includes('"metric":"http_req_duration"')) continue;
    const { type, data } = JSON.parse(line) as { type: string; data: { value: number; tags?: { name?: string } } };
    if (type === 'Point' && data.tags?.name === step) values.push(data.value);
  }
  return Float64Array.from(values).sort();
}

/** Relative deviation of each percentile of the log from that of the exact samples. */
async function deviations(k6: string): Promise<Record<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), 'surgeproof-bench-'));
  const file = join(folder, 'samples.json');
  try {
    return await withStub({ pollMs: 3_600_000, answerAfter: ANSWER_AFTER }, async ({ url }) => {
      const parameters = ['--summary-mode=disabled', '--out', `json=${file}`];
      const run = await benchK6({ k6, script: 'engine', url, profile: PROFILE, parameters });
      await run.finished();
      const exact = await exactDurations(file, 'queue-join');
      const logged = serviceOf(run.folded(), 'queue-join');
      if (countPacked(logged) !== exact.length) {
        throw new Error(`bench: the log must hold as many samples as k6, got ${countPacked(logged)} and ${exact.length}`);
      }
      const off = (q: number): number => Math.abs((quantilePacked(logged, q) ?? 0) / nearestRank(exact, q) - 1);
      return Object.fromEntries(Object.entries(QUANTILES).map(([name, q]) => [name, off(q)]));
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(context: BenchContext): Promise<BenchRow[]> {
  const runs = await repeated(context, () => deviations(context.k6));
  const percent = (value: number): string => (value * 100).toFixed(2);
  const each = Object.keys(QUANTILES).map((name) => `${name} ${percent(spreadOf(runs.map((one) => one[name]!)).median)} %`);
  const worst = spreadOf(runs.map((one) => Math.max(...Object.values(one))));
  return [
    {
      what: 'percentiles of the log against k6’s own exact samples of the same run (30,000 requests, 10 ms to 0.4 s): largest deviation',
      goal: `≤ ${GOAL * 100} %`,
      measured: `${saySpread(worst, percent)} %`,
      ratio: each.join(', '),
      pass: worst.highest <= GOAL,
    },
  ];
}

export const logQuantiles: Bench = { name: 'log-quantiles', title: 'percentiles of the log against exact samples', minutes: 0.8, run };
