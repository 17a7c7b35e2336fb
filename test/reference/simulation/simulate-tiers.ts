import { durationOf } from '../../../models/simulation/duration.ts';
import { randomStream } from '../../../models/simulation/random-stream.ts';
import { createEventHeap } from './event-heap.ts';

/** A tier with servers and one queue in order of arrival. */
export interface SimulatedTier {
  readonly servers: number;
  /** Tiers, by index, whose answers a server of this one waits for. */
  readonly waitsFor: readonly number[];
}

export interface SimulatedClass {
  /** Poisson arrivals per second. */
  readonly rate: number;
  /** Visits, and mean and squared coefficient of variation of the service time of one, by tier. */
  readonly work: readonly { readonly visits: number; readonly mean: number; readonly cs2: number }[];
}

type Step = { readonly do: 'enter' | 'leave'; readonly tier: number } | { readonly do: 'work'; readonly seconds: number };

/** What requests of a class do, one after the other: a tier that waits for others asks them while its server is held. */
function route(tiers: readonly SimulatedTier[], { work }: SimulatedClass, random: () => number): () => Step[] {
  const times = work.map(({ mean, cs2 }) => durationOf(mean, cs2, random));
  const held = new Set(tiers.flatMap(({ waitsFor }) => waitsFor));
  const at = (tier: number): Step[] =>
    Array.from({ length: work[tier]!.visits }, (_, visit): Step[] => [
      { do: 'enter', tier },
      { do: 'work', seconds: times[tier]!() },
      ...(visit === 0 ? tiers[tier]!.waitsFor.flatMap(at) : []),
      { do: 'leave', tier },
    ]).flat();
  return () => tiers.flatMap((_, tier) => (held.has(tier) ? [] : at(tier)));
}

/** Servers and queues of the tiers: `enter` calls back when a server is free, `leave` hands it to the next. */
function stations(tiers: readonly SimulatedTier[]) {
  const busy = tiers.map(() => 0);
  const queues = tiers.map(() => ({ waiting: [] as (() => void)[], head: 0 }));
  return {
    enter(tier: number, begin: () => void): void {
      if (busy[tier]! >= tiers[tier]!.servers) {
        queues[tier]!.waiting.push(begin);
        return;
      }
      busy[tier]!++;
      begin();
    },
    leave(tier: number): (() => void) | undefined {
      const queue = queues[tier]!;
      const next = queue.waiting[queue.head];
      if (next === undefined) busy[tier]!--;
      else queue.head++;
      return next;
    },
  };
}

/** Response times of each class, sorted, in a network of tiers with Poisson arrivals, request by request; the first tenth is left out. */
export function simulateTiers(
  tiers: readonly SimulatedTier[],
  classes: readonly SimulatedClass[],
  requests: number,
  seed: number,
): Float64Array[] {
  const [gap, kind, service] = [0, 1, 2].map((stream) => randomStream(seed, stream)) as [() => number, () => number, () => number];
  const heap = createEventHeap();
  const calls = new Map<number, () => void>();
  const { enter, leave } = stations(tiers);
  const routes = classes.map((one) => route(tiers, one, service));
  const total = classes.reduce((sum, { rate }) => sum + rate, 0);
  const times: number[][] = classes.map(() => []);
  let [now, begun, entered] = [0, 0, 0];
  const later = (time: number, call: () => void): void => {
    calls.set(entered, call);
    heap.put(time, 0, entered++);
  };
  const walk = (steps: readonly Step[], at: number, done: () => void): void => {
    const step = steps[at];
    const next = (): void => walk(steps, at + 1, done);
    if (step === undefined) done();
    else if (step.do === 'work') later(now + step.seconds, next);
    else if (step.do === 'enter') enter(step.tier, next);
    else {
      const waiting = leave(step.tier);
      if (waiting !== undefined) later(now, waiting);
      next();
    }
  };
  const arrive = (): void => {
    const [start, mine] = [now, begun++];
    let rest = kind() * total;
    const k = Math.max(
      0,
      classes.findIndex(({ rate }) => {
        rest -= rate;
        return rest < 0;
      }),
    );
    walk(routes[k]!(), 0, () => mine >= requests / 10 && times[k]!.push(now - start));
    if (begun < requests) later(now - Math.log(gap()) / total, arrive);
  };
  later(0, arrive);
  for (let event = heap.take(); event !== undefined; event = heap.take()) {
    now = event.time;
    const call = calls.get(event.subject)!;
    calls.delete(event.subject);
    call();
  }
  return times.map((one) => Float64Array.from(one).sort());
}
