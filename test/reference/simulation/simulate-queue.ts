import { mustBe } from '../../../models/numeric/must-be.ts';
import { createEventHeap, type EventHeap } from './event-heap.ts';
import { createQueueTally, type QueueTallies, type QueueTally, tallied, tallyArrival, tallyOutcome, tallyTime } from './queue-tally.ts';
import type { SimulatedQueue } from './simulated-queue.ts';

const WARM_UP_SHARE = 0.1;

/** Kinds of events. */
const [ATTEMPT, DEPARTURE, IMPATIENCE] = [0, 1, 2];

/**
 * First-come-first-served queue with bounded room, abandonment and retries, by discrete events.
 * Used to check Erlang A, M/M/c/K and retrial formulas, and where none of them fits.
 *
 * Every customer draws service and patience on first arrival, in order, so that two systems under the same streams meet the same people.
 * Runs until everybody has been served or has given up. Source: event scheduling, Law and Kelton ch. 1.
 * @example simulateQueue({ servers: 1, room: 0, customers: 10, interarrival: () => 1, service: () => 1.5 }).lost // => 0.5555555556
 */
export function simulateQueue(queue: SimulatedQueue): QueueTallies {
  mustBe.whole('servers', queue.servers);
  mustBe.whole('customers', queue.customers, 10, 10_000_000);
  const run = startRun(queue);
  let nextArrival = queue.interarrival();
  for (let arrived = 0; ; ) {
    if (arrived < queue.customers && nextArrival <= run.events.nextTime()) {
      arrive(run, nextArrival, arrived);
      arrived++;
      nextArrival += queue.interarrival();
      continue;
    }
    const event = run.events.take();
    if (event === undefined) return tallied(run.tally);
    tallyTime(run.tally, event.time);
    if (event.kind === ATTEMPT) {
      run.tally.level.orbit--;
      tryToEnter(run, event.time, event.subject);
    } else if (event.kind === DEPARTURE) depart(run, event.time);
    else losePatience(run, event.time, event.subject);
  }
}

interface Run {
  readonly queue: SimulatedQueue;
  readonly events: EventHeap;
  readonly tally: QueueTally;
  readonly services: Float64Array;
  readonly patiences: Float64Array;
  readonly retries: Int32Array;
  /** Time of joining the line; −1 for those not in it. */
  readonly joined: Float64Array;
  /** Time at which patience ends: tells the event of this stay in line from one of an earlier attempt. */
  readonly deadlines: Float64Array;
  /** In order of joining; those who left are skipped when their turn comes. */
  readonly line: number[];
  head: number;
}

function startRun(queue: SimulatedQueue): Run {
  const { customers } = queue;
  return {
    queue,
    events: createEventHeap(),
    tally: createQueueTally(customers, Math.floor(customers * WARM_UP_SHARE)),
    services: new Float64Array(customers),
    patiences: new Float64Array(customers),
    retries: new Int32Array(customers),
    joined: new Float64Array(customers).fill(-1),
    deadlines: new Float64Array(customers),
    line: [],
    head: 0,
  };
}

function arrive(run: Run, now: number, customer: number): void {
  tallyArrival(run.tally, now, customer);
  run.services[customer] = run.queue.service();
  run.patiences[customer] = run.queue.patience?.() ?? Number.POSITIVE_INFINITY;
  tryToEnter(run, now, customer);
}

function tryToEnter(run: Run, now: number, customer: number): void {
  const { servers, room, patience } = run.queue;
  const { level } = run.tally;
  if (level.busy < servers) begin(run, now, customer, 0);
  else if (level.queue < room) {
    run.joined[customer] = now;
    run.line.push(customer);
    level.queue++;
    if (patience === undefined) return;
    run.deadlines[customer] = now + run.patiences[customer]!;
    run.events.put(run.deadlines[customer]!, IMPATIENCE, customer);
  } else {
    tallyOutcome(run.tally, customer, 'blockings');
    fail(run, now, customer);
  }
}

function begin(run: Run, now: number, customer: number, wait: number): void {
  run.tally.level.busy++;
  tallyOutcome(run.tally, customer, 'served', wait);
  run.events.put(now + run.services[customer]!, DEPARTURE, customer);
}

function depart(run: Run, now: number): void {
  run.tally.level.busy--;
  while (run.head < run.line.length && run.joined[run.line[run.head]!]! < 0) run.head++;
  const next = run.line[run.head];
  if (next === undefined) return;
  run.head++;
  begin(run, now, next, leaveLine(run, now, next));
}

function losePatience(run: Run, now: number, customer: number): void {
  if (run.joined[customer]! < 0 || run.deadlines[customer] !== now) return;
  tallyOutcome(run.tally, customer, 'abandonments', leaveLine(run, now, customer));
  fail(run, now, customer);
}

/** Takes somebody out of the line; returns the time spent in it. */
function leaveLine(run: Run, now: number, customer: number): number {
  const wait = now - run.joined[customer]!;
  run.joined[customer] = -1;
  run.tally.level.queue--;
  return wait;
}

function fail({ queue: { retry }, retries, tally, events }: Run, now: number, customer: number): void {
  const tried = retries[customer]!;
  const givesUp = retry === undefined || tried >= retry.most || (tried > 0 && retry.random() < retry.leaveProbability);
  if (givesUp) {
    tallyOutcome(tally, customer, 'lost');
    return;
  }
  retries[customer] = tried + 1;
  tally.level.orbit++;
  events.put(now + retry.pause(), ATTEMPT, customer);
}
