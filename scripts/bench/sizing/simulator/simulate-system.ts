import type { Random } from '../../../../models/workload/users/random.ts';
import { balanceOf } from './balance.ts';
import { createCalendar } from './calendar.ts';
import { createServers } from './servers.ts';
import type { System } from './system.ts';

/** What customers bring along, in order of arrival, seconds: the same for any number of nodes. */
export interface Work {
  readonly arrivals: Float64Array;
  readonly services: Float64Array;
  /** Times at the database; null when there is none. */
  readonly queries: Float64Array | null;
}

export interface SimulatedNodes {
  readonly nodes: number;
  /** Requests a node holds at most, those in work included; more are refused at once. */
  readonly room?: number;
  /** Of the balancer. */
  readonly random: Random;
}

/** By customer, seconds. */
export interface Simulated {
  /** From arrival to answer; NaN for a refused request. */
  readonly responses: Float64Array;
  /** When a worker begins. */
  readonly starts: Float64Array;
}

/**
 * A system with a number of nodes, by events, from an empty system.
 *
 * It shares nothing with the simulators of `models/`, because plans that are made by those are judged by it. Checked against M/M/c, M/G/1,
 * GI/M/1, the chain of the shortest queue and the machine repairman in `test/scripts/bench/sizing/simulate-system.test.ts`.
 */
export function simulateSystem(system: System, { arrivals, services, queries }: Work, at: SimulatedNodes): Simulated {
  const { workers, balancer, database } = system;
  const customers = arrivals.length;
  const places = balancer === 'shared' ? 1 : at.nodes;
  const room = ((at.room ?? Number.POSITIVE_INFINITY) * at.nodes) / places;
  const calendar = createCalendar(at.nodes * workers);
  const balance = balanceOf(balancer, places, at.random);
  const placeOf = new Int32Array(customers);
  const responses = new Float64Array(customers);
  const starts = new Float64Array(customers);
  // An event is twice its customer, and one more when it is the end of a query.
  const nodes = createServers({ places, servers: (at.nodes * workers) / places, customers }, (customer, now) => {
    starts[customer] = now;
    calendar.put(now + services[customer]!, 2 * customer);
  });
  const connections = createServers({ places: 1, servers: database?.connections ?? 0, customers }, (customer, now) =>
    calendar.put(now + queries![customer]!, 2 * customer + 1),
  );
  const eventsUntil = (end: number): void => {
    for (let now = calendar.nextTime(); now <= end && now < Number.POSITIVE_INFINITY; now = calendar.nextTime()) {
      const event = calendar.take();
      const customer = Math.floor(event / 2);
      if (event % 2 === 0 && queries !== null) {
        connections.come(0, customer, now);
        continue;
      }
      if (event % 2 === 1) connections.end(0, now);
      responses[customer] = now - arrivals[customer]!;
      nodes.end(placeOf[customer]!, now);
    }
  };
  for (let customer = 0; customer < customers; customer++) {
    const now = arrivals[customer]!;
    eventsUntil(now);
    const place = balance(nodes.requests);
    placeOf[customer] = place;
    if (nodes.requests[place]! < room) nodes.come(place, customer, now);
    else responses[customer] = Number.NaN;
  }
  eventsUntil(Number.POSITIVE_INFINITY);
  return { responses, starts };
}
