import { type Bench, type BenchContext, repeated } from '../harness/bench-context.ts';
import { benchProfile } from '../harness/bench-profile.ts';
import type { BenchRow } from '../harness/bench-row.ts';
import type { BenchScript } from '../harness/bench-script.ts';
import { saySpread, spreadOf } from '../harness/spread.ts';
import { holdUsers } from './hold-users.ts';

const GOAL = 0.15;
const PEOPLE = 25_000;
const POLL_MS = 5_000;
const PROFILE = benchProfile({ people: PEOPLE, seconds: 5, hosts: 8, drainSeconds: 3_600 });

/** CPU seconds of k6 for 10,000 requests at 5,000 a second. */
async function cpuOf(k6: string, script: BenchScript): Promise<number> {
  const { cpuSeconds, polls } = await holdUsers({
    ...{ k6, script, profile: PROFILE, settle: 2, watch: 20 },
    stub: { pollMs: POLL_MS, answerAfter: null },
    arrived: ({ joined }) => joined >= PEOPLE,
  });
  return (cpuSeconds / polls) * 10_000;
}

/** With and without the log in turn, so that what else the machine does falls on both. */
async function run(context: BenchContext): Promise<BenchRow[]> {
  const pairs = await repeated(context, async () => {
    const without = await cpuOf(context.k6, 'unrecorded');
    const recorded = await cpuOf(context.k6, 'engine');
    return { without, recorded, added: recorded / without - 1 };
  });
  const added = spreadOf(pairs.map((pair) => pair.added));
  const cpu = (of: 'without' | 'recorded'): string => saySpread(spreadOf(pairs.map((pair) => pair[of])), (value) => value.toFixed(2));
  return [
    {
      what: '5,000 requests/s: CPU of k6 that recording and writing the measurement log adds',
      goal: `≤ ${GOAL * 100} %`,
      measured: `${saySpread(added, (value) => (value * 100).toFixed(1))} %`,
      ratio: `${cpu('recorded')} s for 10,000 requests, ${cpu('without')} s with the same engine that records nothing`,
      pass: added.median <= GOAL,
    },
  ];
}

export const logCpu: Bench = { name: 'log-cpu', title: 'CPU of the measurement log at 5,000 requests/s', minutes: 1.2, run };
