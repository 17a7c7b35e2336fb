/** What a simulated queue did after its warm-up; shares are of the customers, means over time. */
export interface QueueTallies {
  /** Share that was served in the end. */
  readonly served: number;
  /** Share that gave up. */
  readonly lost: number;
  /** Times the line was left, per customer. */
  readonly abandonments: number;
  /** Times no place was found, per customer. */
  readonly blockings: number;
  /** Share of service starts and abandonments that came after a wait. */
  readonly waitProbability: number;
  /** Mean wait in line of those served and those who left it. */
  readonly meanWait: number;
  readonly meanQueue: number;
  readonly meanBusy: number;
  readonly meanOrbit: number;
}

/** Counters of `simulateQueue`, from the first customer after the warm-up to the last arrival. */
export interface QueueTally {
  readonly customers: number;
  readonly warmUp: number;
  /** Levels since `last`. */
  readonly level: { queue: number; busy: number; orbit: number };
  readonly areas: { queue: number; busy: number; orbit: number; time: number };
  readonly counts: {
    served: number;
    lost: number;
    abandonments: number;
    blockings: number;
    waited: number;
    waitSum: number;
    waits: number;
  };
  last: number;
  open: boolean;
}

/**
 * An empty tally.
 * @example createQueueTally(1, 0).open // => false
 */
export function createQueueTally(customers: number, warmUp: number): QueueTally {
  return {
    customers,
    warmUp,
    level: { queue: 0, busy: 0, orbit: 0 },
    areas: { queue: 0, busy: 0, orbit: 0, time: 0 },
    counts: { served: 0, lost: 0, abandonments: 0, blockings: 0, waited: 0, waitSum: 0, waits: 0 },
    last: 0,
    open: false,
  };
}

/** Adds the time since the last event to the integrals; the levels may change afterwards. */
export function tallyTime(tally: QueueTally, now: number): void {
  const { level, areas } = tally;
  if (tally.open) {
    const span = now - tally.last;
    areas.queue += level.queue * span;
    areas.busy += level.busy * span;
    areas.orbit += level.orbit * span;
    areas.time += span;
  }
  tally.last = now;
}

/** Opens the window with the first customer after the warm-up and closes it with the last. */
export function tallyArrival(tally: QueueTally, now: number, customer: number): void {
  tallyTime(tally, now);
  if (customer === tally.warmUp) tally.open = true;
  if (customer === tally.customers - 1) tally.open = false;
}

/** Counts how a stay ended; `wait` is that of a stay in line, absent where there was none. */
export function tallyOutcome(
  tally: QueueTally,
  customer: number,
  outcome: 'served' | 'lost' | 'abandonments' | 'blockings',
  wait?: number,
): void {
  if (customer < tally.warmUp) return;
  const { counts } = tally;
  counts[outcome]++;
  if (wait === undefined) return;
  counts.waits++;
  counts.waitSum += wait;
  if (wait > 0) counts.waited++;
}

/**
 * Shares and means of a tally.
 * @example tallied(createQueueTally(1, 0)).lost // => 0
 */
export function tallied({ customers, warmUp, counts, areas }: QueueTally): QueueTallies {
  const people = customers - warmUp;
  const [waits, time] = [Math.max(1, counts.waits), areas.time === 0 ? 1 : areas.time];
  return {
    served: counts.served / people,
    lost: counts.lost / people,
    abandonments: counts.abandonments / people,
    blockings: counts.blockings / people,
    waitProbability: counts.waited / waits,
    meanWait: counts.waitSum / waits,
    meanQueue: areas.queue / time,
    meanBusy: areas.busy / time,
    meanOrbit: areas.orbit / time,
  };
}
