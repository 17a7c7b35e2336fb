import { workerPool } from '../../../shared/simulation/worker-pool.ts';
import { type Clocks, COUNTS, DESK_HOURS } from '../../rules.ts';

/** People who look at blocks that no clock ends. */
export interface Desk {
  /** Takes up a case; `done` is called when an agent has looked at it. */
  take(done: () => void): void;
}

/** Hour of the day at which a run begins: the desk is about to close, so that a run sees it closed. Assumed. */
const BEGINS_AT = 17;
const DAY = 24;
/** As many as ever ask. */
const LINE = Number.POSITIVE_INFINITY;

/**
 * Milliseconds from `elapsed` after the beginning until the desk is open; 0 when it is.
 */
export function closedFor(elapsed: number, hour: number): number {
  const clock = (BEGINS_AT + elapsed / hour) % DAY;
  if (clock >= DESK_HOURS.opens && clock < DESK_HOURS.closes) return 0;
  return hour * ((DESK_HOURS.opens - clock + DAY) % DAY);
}

/** Agents with opening hours, who finish what they began. */
export function deskOf({ caseTime, hour }: Pick<Clocks, 'caseTime' | 'hour'>, now: () => number): Desk {
  const agents = workerPool(COUNTS.agents, LINE);
  const beganAt = now();
  const rest = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds).unref();
    });
  const work = async (done: () => void): Promise<void> => {
    await agents.take();
    for (let closed = closedFor(now() - beganAt, hour); closed > 0; closed = closedFor(now() - beganAt, hour)) await rest(closed);
    await rest(caseTime);
    done();
    agents.give();
  };
  return { take: (done) => void work(done) };
}
