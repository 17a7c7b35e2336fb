import { quantilePacked } from '../../../models/measurement/packed-cells.ts';
import { type Bench, type BenchContext, repeated } from '../harness/bench-context.ts';
import { benchProfile } from '../harness/bench-profile.ts';
import type { BenchRow } from '../harness/bench-row.ts';
import type { BenchScript } from '../harness/bench-script.ts';
import { saySpread, spreadOf } from '../harness/spread.ts';
import { holdUsers } from './hold-users.ts';

const ACTIVE = 5_000;
/** Three think times of 4.4 s in the mean. */
const JOURNEY_SECONDS = 13.2;
const RAMP_SECONDS = 30;
/** Of what stock k6 takes with a VU a user; of all slots of the loop, 99 % must be seen within so many milliseconds. */
const GOAL = { share: 0.75, lag: 25 } as const;

const ARRIVING = benchProfile({ people: (ACTIVE / JOURNEY_SECONDS) * 3_600, seconds: 3_600, hosts: 4, drainSeconds: 60 });
const RESIDENT = benchProfile({ people: ACTIVE, seconds: RAMP_SECONDS, hosts: 4, drainSeconds: 3_600 });

interface Cost {
  readonly mib: number;
  /** CPU seconds for 10,000 requests. */
  readonly cpu: number;
  /** How late the loops of the engine see 99 % of their slots, milliseconds; 0 for stock k6, which does not measure it. */
  readonly lag: number;
}

async function costOf(k6: string, script: BenchScript): Promise<Cost> {
  const profile = script === 'engine' ? ARRIVING : RESIDENT;
  // Everybody of the first half minute has begun: from then on as many come as go.
  const begun = ACTIVE * (RAMP_SECONDS / JOURNEY_SECONDS);
  const { peakMiB, cpuSeconds, requests, folded } = await holdUsers({
    ...{ k6, script, profile, settle: 5, watch: 20 },
    stub: { pollMs: null, answerAfter: null },
    arrived: ({ served }) => served >= begun,
  });
  return { mib: peakMiB, cpu: (cpuSeconds / requests) * 10_000, lag: quantilePacked(folded.loopLag, 0.99) ?? 0 };
}

async function run(context: BenchContext): Promise<BenchRow[]> {
  const pairs = await repeated(context, async () => ({
    stock: await costOf(context.k6, 'vu-a-user'),
    engine: await costOf(context.k6, 'engine'),
  }));
  const [mib, cpu, lag] = (['mib', 'cpu', 'lag'] as const).map((of) => spreadOf(pairs.map(({ engine }) => engine[of])));
  const ratio = (of: keyof Cost) => spreadOf(pairs.map(({ stock, engine }) => engine[of] / stock[of]));
  const stock = (of: keyof Cost): number => spreadOf(pairs.map((pair) => pair.stock[of])).median;
  const what = '5,000 active people, five steps with think times:';
  return [
    {
      what: `${what} peak memory of k6`,
      goal: `≤ ${GOAL.share} × a VU a user in stock k6`,
      measured: `${saySpread(mib!, (value) => value.toFixed(0))} MiB`,
      ratio: `${ratio('mib').median.toFixed(2)} × a VU a user (${stock('mib').toFixed(0)} MiB)`,
      pass: ratio('mib').median <= GOAL.share,
    },
    {
      what: `${what} CPU of k6 for 10,000 requests`,
      goal: `≤ ${GOAL.share} × a VU a user in stock k6`,
      measured: `${saySpread(cpu!, (value) => value.toFixed(2))} s`,
      ratio: `${ratio('cpu').median.toFixed(2)} × a VU a user (${stock('cpu').toFixed(2)} s)`,
      pass: ratio('cpu').median <= GOAL.share,
    },
    {
      what: `${what} 99 % of the slots of the loops are seen within`,
      goal: `≤ ${GOAL.lag} ms`,
      measured: `${saySpread(lag!, (value) => value.toFixed(1))} ms`,
      pass: lag!.median <= GOAL.lag,
    },
  ];
}

export const activePeople: Bench = { name: 'active-people', title: '5,000 active people, five steps', minutes: 2.5, run };
