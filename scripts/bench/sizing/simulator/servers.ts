import { createLines } from './lines.ts';

/** Begins the work of a customer, whose end is an event later on. */
export type Begin = (customer: number, now: number) => void;

/** Places with equal servers and a line each. */
export interface Servers {
  /** Requests at each place, in work or in line. */
  readonly requests: Int32Array;
  readonly come: (place: number, customer: number, now: number) => void;
  /** A customer of this place has ended; the next in its line begins. */
  readonly end: (place: number, now: number) => void;
}

/** Places with this many servers each, first come first served. */
export function createServers(
  { places, servers, customers }: { places: number; servers: number; customers: number },
  begin: Begin,
): Servers {
  const requests = new Int32Array(places);
  const lines = createLines(places, customers);
  return {
    requests,
    come: (place, customer, now) => {
      if (++requests[place]! <= servers) begin(customer, now);
      else lines.join(place, customer);
    },
    end: (place, now) => {
      requests[place]!--;
      const next = lines.next(place);
      if (next !== -1) begin(next, now);
    },
  };
}
