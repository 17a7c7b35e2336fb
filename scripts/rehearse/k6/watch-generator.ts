import { readdir } from 'node:fs/promises';
import pidusage from 'pidusage';
import type { GeneratorHealth } from '../../../models/results/generator-health.ts';

const MIB = 1_048_576;
const EVERY = 1_000;

/** Open files of a process; null where the system does not tell. */
async function openFilesOf(pid: number): Promise<number | null> {
  return readdir(`/proc/${pid}/fd`).then(
    (names) => names.length,
    () => null,
  );
}

/**
 * Looks at the load generator each second until `stop` is called. `startedAt` gives Unix ms of second 0, null before it is known;
 * what is seen before second 0 belongs to no second and is left out.
 */
export function watchGenerator(pid: number, startedAt: () => number | null, onHealth: (health: GeneratorHealth) => void): { stop(): void } {
  let looking = false;
  const look = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    try {
      const [usage, openFiles] = await Promise.all([pidusage(pid), openFilesOf(pid)]);
      const second = Math.floor((Date.now() - (startedAt() ?? Number.POSITIVE_INFINITY)) / 1_000);
      if (second >= 0) onHealth({ second, cpu: round(usage.cpu / 100), memoryMiB: round(usage.memory / MIB), openFiles });
    } catch {
      // The process is gone: its end is noticed elsewhere.
    } finally {
      looking = false;
    }
  };
  const timer = setInterval(() => void look(), EVERY);
  return {
    stop: () => {
      clearInterval(timer);
      pidusage.clear();
    },
  };
}

const round = (value: number): number => Math.round(value * 1_000) / 1_000;
