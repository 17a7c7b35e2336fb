import { type Bench, type BenchContext, repeated } from '../harness/bench-context.ts';
import { EAGER_HEAP } from '../harness/bench-k6.ts';
import { benchProfile } from '../harness/bench-profile.ts';
import type { BenchRow } from '../harness/bench-row.ts';
import { saySpread, spreadOf } from '../harness/spread.ts';
import { holdUsers } from './hold-users.ts';

const FEW = 20_000;
const PER_SECOND = 2_000;
const GOAL_KIB = 25;

/** Thinking takes days: whoever has opened the app sleeps until the bench is over. */
const ASLEEP = 1e5;

/** Peak memory of k6, MiB, with so many users who have a pass, a cookie, and sleep in the middle of their journey. */
async function memoryWith(k6: string, people: number): Promise<number> {
  const profile = { ...benchProfile({ people, seconds: people / PER_SECOND, hosts: 8, drainSeconds: 3_600 }), thinkScale: ASLEEP };
  const { peakMiB } = await holdUsers({
    ...{ k6, script: 'engine', profile, heapGrowth: EAGER_HEAP, settle: 5, watch: 1 },
    stub: { pollMs: null, answerAfter: null },
    arrived: ({ served }) => served >= people,
  });
  return peakMiB;
}

async function run(context: BenchContext): Promise<BenchRow[]> {
  const pairs = await repeated(context, async () => {
    const few = await memoryWith(context.k6, FEW);
    const twice = await memoryWith(context.k6, 2 * FEW);
    return { few, twice, kib: ((twice - few) * 1_024) / FEW };
  });
  const kib = spreadOf(pairs.map((pair) => pair.kib));
  const whole = spreadOf(pairs.map(({ twice }) => twice));
  return [
    {
      what: 'an active user: peak memory of k6 with 40,000 of them asleep in a journey, less that with 20,000, for each',
      goal: `≤ ${GOAL_KIB} KiB`,
      measured: `${saySpread(kib, (value) => value.toFixed(1))} KiB`,
      ratio: `${saySpread(whole, (value) => value.toFixed(0))} MiB in all for 40,000`,
      pass: kib.median <= GOAL_KIB,
    },
  ];
}

export const activeUser: Bench = { name: 'active-user', title: 'memory of a user past the waiting room', minutes: 1.2, run };
