import { type Bench, type BenchContext, repeated } from '../harness/bench-context.ts';
import { benchProfile } from '../harness/bench-profile.ts';
import type { BenchRow } from '../harness/bench-row.ts';
import type { BenchScript } from '../harness/bench-script.ts';
import { saySpread, spreadOf } from '../harness/spread.ts';
import { holdUsers } from './hold-users.ts';

const PEOPLE = 40_000;
const POLL_MS = 20_000;
const GOAL = { mib: 200, cpu: 1.3 } as const;

const PROFILE = benchProfile({ people: PEOPLE, seconds: 20, hosts: 2, drainSeconds: 3_600 });

interface Cost {
  readonly mib: number;
  /** CPU seconds for 10,000 polls. */
  readonly cpu: number;
}

/** One and a half rounds of polls, when everybody is in line. */
async function costOf(k6: string, script: BenchScript): Promise<Cost> {
  const { peakMiB, cpuSeconds, polls } = await holdUsers({
    ...{ k6, script, profile: PROFILE, settle: 2, watch: 30 },
    stub: { pollMs: POLL_MS, answerAfter: null },
    arrived: ({ joined }) => joined >= PEOPLE,
  });
  return { mib: peakMiB, cpu: (cpuSeconds / polls) * 10_000 };
}

async function run(context: BenchContext): Promise<BenchRow[]> {
  const pairs = await repeated(context, async () => ({
    bare: await costOf(context.k6, 'bare-poll'),
    engine: await costOf(context.k6, 'engine'),
  }));
  const [mib, cpu] = [spreadOf(pairs.map(({ engine }) => engine.mib)), spreadOf(pairs.map(({ engine }) => engine.cpu))];
  const times = (of: keyof Cost): string => spreadOf(pairs.map(({ bare, engine }) => engine[of] / bare[of])).median.toFixed(2);
  const what = '40,000 users waiting, polling every 20 s, recorded:';
  return [
    {
      what: `${what} peak memory of k6`,
      goal: `≤ ${GOAL.mib} MiB`,
      measured: `${saySpread(mib, (value) => value.toFixed(0))} MiB`,
      ratio: `${times('mib')} × the simplest poll loop in k6, not recorded (${spreadOf(pairs.map(({ bare }) => bare.mib)).median.toFixed(0)} MiB)`,
      pass: mib.median <= GOAL.mib,
    },
    {
      what: `${what} CPU of k6 for 10,000 polls`,
      goal: `≤ ${GOAL.cpu} s`,
      measured: `${saySpread(cpu, (value) => value.toFixed(2))} s`,
      ratio: `${times('cpu')} × the same loop (${spreadOf(pairs.map(({ bare }) => bare.cpu)).median.toFixed(2)} s)`,
      pass: cpu.median <= GOAL.cpu,
    },
  ];
}

export const usersWaiting: Bench = { name: 'users-waiting', title: '40,000 users waiting, polling every 20 s', minutes: 2, run };
