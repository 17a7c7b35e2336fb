import { setTimeout as pause } from 'node:timers/promises';
import type { FoldedRun } from '../../../models/measurement/folded-run.ts';
import { benchK6, type K6Job } from '../harness/bench-k6.ts';
import { processFigures } from '../harness/process-figures.ts';
import type { StubConfig, Tally } from '../harness/stub-target.ts';
import { withStub } from '../harness/with-stub.ts';

/** Users that k6 is to hold while it is looked at. */
export interface Holding extends Omit<K6Job, 'url'> {
  readonly stub: StubConfig;
  /** Everybody is there. */
  arrived(tally: Tally): boolean;
  /** From then until the first look, and between the two looks, seconds. */
  readonly settle: number;
  readonly watch: number;
}

/** What k6 used; CPU and polls are those between the two looks. */
export interface Held {
  readonly peakMiB: number;
  readonly cpuSeconds: number;
  readonly polls: number;
  /** Polls, joining and requests to the service. */
  readonly requests: number;
  readonly tally: Tally;
  /** The measurement log until the end, which is sudden. */
  readonly folded: FoldedRun;
}

/** Lets users come, waits until all are there, looks, waits, looks again, and ends k6. */
export function holdUsers({ stub: config, arrived, settle, watch, ...job }: Holding): Promise<Held> {
  return withStub(config, async (stub) => {
    const k6 = await benchK6({ ...job, url: stub.url });
    const look = async () => ({ ...(await processFigures(k6.pid)), tally: await stub.tally() });
    try {
      await stub.until(arrived, k6.ended);
      await pause(settle * 1_000);
      const before = await look();
      await pause(watch * 1_000);
      const { peakMiB, cpuSeconds, tally } = await look();
      await k6.kill();
      const all = ({ joined, polls, served }: Tally): number => joined + polls + served;
      const used = { peakMiB, cpuSeconds: cpuSeconds - before.cpuSeconds, polls: tally.polls - before.tally.polls };
      return { ...used, requests: all(tally) - all(before.tally), tally, folded: k6.folded() };
    } finally {
      await k6.kill();
    }
  });
}
