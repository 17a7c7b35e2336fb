import { setTimeout as pause } from 'node:timers/promises';
import { lock } from 'proper-lockfile';

/** Milliseconds between two attempts to take a lock that another process holds. */
const RETRY_EVERY = 250;
/** A lock that its holder has not renewed for this long (ms) belongs to a process that is gone, and is taken over. */
const STALE_AFTER = 10_000;

/**
 * Runs `work` while holding a lock beside `file`, so that two processes never do it at the same time; `file` itself need not exist.
 * `onWait` is called once when another process holds the lock.
 */
export async function withLock<Result>(file: string, onWait: () => void, work: () => Promise<Result>): Promise<Result> {
  const release = await take(file, onWait);
  try {
    return await work();
  } finally {
    await release();
  }
}

async function take(file: string, onWait: () => void): Promise<() => Promise<void>> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await lock(file, { realpath: false, stale: STALE_AFTER });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw error;
    }
    if (attempt === 0) onWait();
    await pause(RETRY_EVERY);
  }
}
