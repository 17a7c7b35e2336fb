import { type Random, randomFrom } from '../../../models/workload/users/random.ts';
import { ServiceError } from '../service-error.ts';
import { exactTimer } from './exact-timer.ts';
import { drawLognormal, type Lognormal } from './lognormal.ts';
import { PoolFullError, type WorkerPool, workerPool } from './worker-pool.ts';

/** The connection a request came by; it breaks when the node that works on the request dies. */
export interface Connection {
  resetAndDestroy(): unknown;
}

/** What a request costs a node. */
export interface Work<T> {
  /** Simulated time a worker is held. */
  readonly time: Lognormal;
  /** The call to somebody else's system, during which the worker is held too. */
  readonly dependency?: (() => Promise<void>) | undefined;
  /** The real work, done within the simulated time. */
  readonly run: () => T | Promise<T>;
}

export interface FleetSize {
  readonly nodes: number;
  /** Workers of one node. */
  readonly workers: number;
  /** Requests that may wait for a worker of one node. */
  readonly queueLimit: number;
}

/** The app nodes behind one address: a balancer hands every request to the next node that is alive. */
export interface Fleet {
  /** Serves one request. Rejects with 503 `maintenance` when the line of its node is full, and never answers when its node dies. */
  serve<T>(connection: Connection, work: Work<T>): Promise<T>;
  /** Ends node `i`, counted from 0, as a power cut would: connections it answers on break, and it does not come back by itself. */
  kill(i: number): void;
  /** Starts node `i` again, with all its workers free. */
  revive(i: number): void;
  /** Makes node `i` so many times slower, and as fast as ever after `milliseconds`, in a straight line. */
  slow(i: number, times: number, milliseconds: number): void;
  /** Nodes that are alive. */
  readonly alive: number;
}

/** A node that has just started is slower than usual; times by `performance.now()`. */
interface Cold {
  readonly times: number;
  readonly from: number;
  readonly milliseconds: number;
}

const WARM: Cold = { times: 1, from: 0, milliseconds: 1 };

/**
 * Factor on the service times of a node at an instant.
 *
 * @example slowness({ times: 5, from: 0, milliseconds: 1000 }, 500) // => 3
 */
export function slowness({ times, from, milliseconds }: Cold, now: number): number {
  return 1 + (times - 1) * Math.max(0, 1 - (now - from) / milliseconds);
}

interface Node {
  readonly workers: WorkerPool;
  readonly random: Random;
  readonly spend: (milliseconds: number) => Promise<void>;
  readonly connections: Set<Connection>;
  alive: boolean;
  cold: Cold;
}

/** The node that worked on a request is gone; the connection broke before, so the client never sees this. */
function nodeDied(): never {
  throw new ServiceError(503, 'node-died', 'The node that worked on this request ended.', 'system');
}

function maintenance(cause: unknown): never {
  if (cause instanceof PoolFullError) throw new ServiceError(503, 'maintenance', '서버 점검 중', 'system');
  throw cause;
}

async function serveAt<T>(node: Node, { time, dependency, run }: Work<T>): Promise<T> {
  await node.workers.take().catch(maintenance);
  let spent: Promise<void> | null = null;
  try {
    if (!node.alive) nodeDied();
    await dependency?.();
    if (!node.alive) nodeDied();
    spent = node.spend(drawLognormal(time, node.random) * slowness(node.cold, performance.now()));
    return await run();
  } finally {
    await spent;
    node.workers.give();
  }
}

function nodeOf({ workers, queueLimit }: FleetSize, seed: number, number: number): Node {
  const [pool, random] = [workerPool(workers, queueLimit), randomFrom(seed, number)];
  return { workers: pool, random, spend: exactTimer(workers), connections: new Set(), alive: true, cold: WARM };
}

/** Nodes with workers of their own; the service times of each follow from the seed and its number. */
export function fleetOf(size: FleetSize, seed: number): Fleet {
  const nodes = Array.from({ length: size.nodes }, (_, i) => nodeOf(size, seed, i + 1));
  let alive = [...nodes];
  const count = (): void => {
    alive = nodes.filter((one) => one.alive);
  };
  let turn = 0;
  return {
    async serve(connection, work) {
      turn = (turn + 1) % Math.max(1, alive.length);
      const node = alive[turn] ?? maintenance(new PoolFullError(0));
      node.connections.add(connection);
      try {
        return await serveAt(node, work);
      } finally {
        node.connections.delete(connection);
      }
    },
    kill(i) {
      const node = nodes[i];
      if (node === undefined || !node.alive) return;
      node.alive = false;
      count();
      for (const connection of node.connections) connection.resetAndDestroy();
    },
    revive(i) {
      const old = nodes[i];
      if (old === undefined || old.alive) return;
      // What the old one worked on is gone with it; the draws go on where they were.
      nodes[i] = { ...nodeOf(size, seed, i + 1), random: old.random };
      count();
    },
    slow(i, times, milliseconds) {
      const node = nodes[i];
      if (node !== undefined) node.cold = { times, from: performance.now(), milliseconds };
    },
    get alive() {
      return alive.length;
    },
  };
}
