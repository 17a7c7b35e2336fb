import { open, readFile, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds between two looks at a lock that somebody else holds. */
const LOOK_EVERY = 250;

/**
 * Runs `work` while holding a lock file, so that two processes never do it at once. A lock whose process is gone is taken over.
 * `onWait` is called once when somebody else holds it.
 */
export async function withLock<Result>(file: string, onWait: (pid: number) => void, work: () => Promise<Result>): Promise<Result> {
  let told = false;
  while (!(await take(file))) {
    const holder = await holderOf(file);
    if (holder === null) {
      await rm(file, { force: true });
      continue;
    }
    if (!told) onWait(holder);
    told = true;
    await pause(LOOK_EVERY);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function take(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Process id of a living holder; null when it is gone. A lock that was just made may not name its holder yet. */
async function holderOf(file: string): Promise<number | null> {
  const named = async (): Promise<number> => Number(await readFile(file, 'utf8').catch(() => ''));
  let pid = await named();
  if (!pid) {
    await pause(LOOK_EVERY);
    pid = await named();
  }
  if (!pid) return null;
  try {
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? pid : null;
  }
}
