import type { FcfsQueue } from './fcfs-waits.ts';
import type { RandomStream } from './random-stream.ts';
import { replaceRoot } from './replace-root.ts';

/** Nodes behind a balancer; `servers` is what each of them works on at a time. */
export interface BalancedNodes extends FcfsQueue {
  readonly nodes: number;
  /** Decides between nodes that have equally many. */
  readonly random: RandomStream;
}

/**
 * Waits of requests that go to the node which has the fewest, each node first come first served, in order of arrival. No request changes its node.
 *
 *   node = argmin of the requests at each, at random among equals;   start = max(arrival, earliest time a server of the node is free)
 *
 * Source: join the shortest queue; ends of service in a binary heap. A million requests a second with 10 nodes.
 * @example Array.from(fewestRequestsWaits({ nodes: 2, servers: 1, customers: 3, interarrival: () => 1, service: () => 5, random: () => 0.5 })) // => [0, 0, 3]
 */
export function fewestRequestsWaits({ nodes, servers, customers, interarrival, service, random }: BalancedNodes): Float64Array {
  const free = new Float64Array(nodes * servers);
  const inside = new Int32Array(nodes);
  const ends = endsOfService();
  const waits = new Float64Array(customers);
  let now = 0;
  for (let customer = 0; customer < customers; customer++) {
    now += interarrival();
    for (let node = ends.before(now); node >= 0; node = ends.before(now)) inside[node]!--;
    const node = fewest(inside, Math.floor(random() * nodes));
    const start = Math.max(now, free[node * servers]!);
    waits[customer] = start - now;
    const end = start + service();
    replaceRoot(free, { from: node * servers, size: servers }, end);
    inside[node]!++;
    ends.add(end, node);
  }
  return waits;
}

/** The node with the fewest, looked for from one that is drawn, so that equals share. */
function fewest(inside: Int32Array, first: number): number {
  let best = first;
  for (let i = 1; i < inside.length && inside[best]! > 0; i++) {
    const node = first + i < inside.length ? first + i : first + i - inside.length;
    if (inside[node]! < inside[best]!) best = node;
  }
  return best;
}

/** A binary heap of ends of service with their nodes; holes are moved instead of pairs swapped, as this is the inner loop. */
function endsOfService() {
  let times = new Float64Array(FIRST_ROOM);
  let nodes = new Int32Array(FIRST_ROOM);
  let size = 0;
  const put = (at: number, time: number, node: number) => {
    times[at] = time;
    nodes[at] = node;
  };
  return {
    add(time: number, node: number): void {
      if (size === times.length) [times, nodes] = [doubled(times, Float64Array), doubled(nodes, Int32Array)];
      let at = size++;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (times[parent]! <= time) break;
        put(at, times[parent]!, nodes[parent]!);
        at = parent;
      }
      put(at, time, node);
    },
    /** Takes out the earliest that is not after a time and returns its node; -1 when there is none. */
    before(time: number): number {
      if (size === 0 || times[0]! > time) return -1;
      const node = nodes[0]!;
      size--;
      const [last, lastNode] = [times[size]!, nodes[size]!];
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= size) break;
        if (child + 1 < size && times[child + 1]! < times[child]!) child++;
        if (last <= times[child]!) break;
        put(at, times[child]!, nodes[child]!);
        at = child;
      }
      put(at, last, lastNode);
      return node;
    },
  };
}

const FIRST_ROOM = 1024;

function doubled<Values extends Float64Array | Int32Array>(values: Values, Kind: new (length: number) => Values): Values {
  const room = new Kind(2 * values.length);
  room.set(values);
  return room;
}
