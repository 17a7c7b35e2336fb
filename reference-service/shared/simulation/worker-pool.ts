/** A row of workers with a line of waiting requests in front of it, first come, first served. */
export interface WorkerPool {
  /** Waits for a free worker. Rejects with a `PoolFullError` at once when the line is full. */
  take(): Promise<void>;
  /** Gives the worker back, to the first in line if there is one. */
  give(): void;
  readonly busy: number;
  readonly waiting: number;
}

/** The line in front of the workers is as long as it may get. */
export class PoolFullError extends Error {
  constructor(limit: number) {
    super(`the queue in front of the workers is full: ${limit} requests are waiting`);
    this.name = 'PoolFullError';
  }
}

/** Entries already served are cut off the line when there are this many: amortised, so that taking is O(1). */
const COMPACT_AT = 1_024;

/** `workers` at least 1; `limit` requests may wait, 0 or more. */
export function workerPool(workers: number, limit: number): WorkerPool {
  let busy = 0;
  let line: (() => void)[] = [];
  let served = 0;
  const waiting = (): number => line.length - served;
  return {
    take() {
      if (busy < workers) {
        busy++;
        return Promise.resolve();
      }
      if (waiting() >= limit) return Promise.reject(new PoolFullError(limit));
      return new Promise((resolve) => line.push(resolve));
    },
    give() {
      const next = line[served];
      if (next === undefined) {
        busy--;
        return;
      }
      served++;
      if (served >= COMPACT_AT) {
        line = line.slice(served);
        served = 0;
      }
      next();
    },
    get busy() {
      return busy;
    },
    get waiting() {
      return waiting();
    },
  };
}
