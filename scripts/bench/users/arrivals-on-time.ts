import { countPacked, countPackedUntil, quantilePacked } from '../../../models/measurement/packed-cells.ts';
import { type Bench, type BenchContext, repeated } from '../harness/bench-context.ts';
import { benchK6 } from '../harness/bench-k6.ts';
import { benchProfile } from '../harness/bench-profile.ts';
import type { BenchRow } from '../harness/bench-row.ts';
import { saySpread, spreadOf } from '../harness/spread.ts';
import { withStub } from '../harness/with-stub.ts';

const GOAL = 0.99;
/** As in the validity of a run, milliseconds. */
const ON_TIME = 25;
const PROFILE = { ...benchProfile({ people: 20_000, seconds: 20, hosts: 80, drainSeconds: 1 }), evenSpacing: false };

interface Punctuality {
  readonly share: number;
  readonly p99: number;
}

/** Every arrival is a request, which the target answers at once. */
function punctuality(k6: string): Promise<Punctuality> {
  return withStub({ pollMs: 3_600_000, answerAfter: null }, async ({ url }) => {
    const run = await benchK6({ k6, script: 'engine', url, profile: PROFILE });
    await run.finished();
    const { startLag } = run.folded();
    return { share: countPackedUntil(startLag, ON_TIME) / countPacked(startLag), p99: quantilePacked(startLag, 0.99) ?? 0 };
  });
}

async function run(context: BenchContext): Promise<BenchRow[]> {
  const runs = await repeated(context, () => punctuality(context.k6));
  const share = spreadOf(runs.map((one) => one.share));
  return [
    {
      what: '1,000 arrivals/s, Poisson, 80 VUs: arrivals started within 25 ms of their intended start',
      goal: `≥ ${GOAL * 100} %`,
      measured: `${saySpread(share, (value) => (value * 100).toFixed(2))} %`,
      ratio: `99 % start within ${saySpread(spreadOf(runs.map(({ p99 }) => p99)), (value) => value.toFixed(1))} ms`,
      pass: share.median >= GOAL,
    },
  ];
}

export const arrivalsOnTime: Bench = { name: 'arrivals-on-time', title: 'punctuality of Poisson arrivals', minutes: 0.5, run };
