import { arrivalTimes } from '../../models/workload/arrivals/arrivals.ts';
import { arrivalCurve } from '../../models/workload/arrivals/curves/from-spec.ts';
import { randomFrom } from '../../models/workload/users/random.ts';
import type { Lives } from '../journeys/lives.ts';
import type { Host } from '../users/context.ts';
import { STREAM } from '../users/streams.ts';
import { createArrivalQueue } from './arrival-queue.ts';
import { createArrive } from './arrive.ts';

/** Where the people of one VU come in, each at their own time. */
export interface Door {
  /** Draws the arrivals before `until`, milliseconds since second 0, ahead of their second. */
  prepareUntil(until: number): void;
  /** Schedules the arrivals before `until`: counts them in the second under way. */
  scheduleUntil(until: number): void;
  /** Lets everybody in whose time has come, and will let in the others at theirs. */
  open(): void;
  /** Nobody comes in any more; those who were scheduled and whose time had not come are taken off. */
  shut(): void;
  /** True when nobody comes any more. */
  isOver(): boolean;
}

/** After a stall of k6 more people than this come in bit by bit, so that answers are read in between. */
const MOST_AT_ONCE = 100;

/** The door of a VU: its share, 1/V of V VUs, of the arrivals of the surge. */
export function createDoor(host: Host, lives: Lives): Door {
  const { profile, run, vu, book } = host;
  const queue = createArrivalQueue(
    arrivalTimes({
      curve: arrivalCurve(profile.arrivals),
      until: profile.arrivalSeconds,
      share: 1 / profile.hosts,
      random: randomFrom(run.seed, STREAM.arrivals, vu),
      even: profile.evenSpacing,
      offset: (vu - 1) / profile.hosts,
    }),
  );
  const arrive = createArrive(host, lives);
  let arrived = 0;
  /** Arrivals drawn and not counted yet, and until when. */
  let prepared = 0;
  let preparedUntil = 0;
  let timer: number | null = null;

  function open(): void {
    let due = queue.next();
    for (let entered = 0; due !== null && due <= host.now() && entered < MOST_AT_ONCE; entered++) {
      queue.take();
      arrive(arrived++, due);
      due = queue.next();
    }
    // Rounded up: the clock tells whole milliseconds, and a timer that fires within the one before would have to be set again.
    if (due !== null && timer === null) timer = setTimeout(onTime, Math.ceil(due) - host.now());
  }

  function onTime(): void {
    timer = null;
    if (!host.over) open();
  }

  return {
    open,
    prepareUntil(until) {
      if (until <= preparedUntil) return;
      preparedUntil = until;
      prepared += queue.drawUntil(until);
    },
    scheduleUntil(until) {
      book.scheduled(prepared + queue.drawUntil(until));
      prepared = 0;
    },
    shut() {
      if (timer !== null) clearTimeout(timer);
      book.scheduled(prepared - queue.leftAfter(host.now()));
      prepared = 0;
    },
    isOver: queue.isOver,
  };
}
