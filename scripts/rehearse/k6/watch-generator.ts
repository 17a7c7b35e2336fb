import { readdir } from 'node:fs/promises';
import pidusage from 'pidusage';
import type { GeneratorHealth } from '../../../models/results/generator-health.ts';
import { type ProcessBytes, processBytes } from './process-bytes.ts';

const MIB = 1_048_576;
const EVERY = 1_000;

/** Open files of a process; null where the system does not tell. */
async function openFilesOf(pid: number): Promise<number | null> {
  return readdir(`/proc/${pid}/fd`).then(
    (names) => names.length,
    () => null,
  );
}

export interface WatchedGenerator {
  readonly pid: number;
  /** Unix ms of second 0; null before it is known. */
  startedAt(): number | null;
  /** Bytes of the lines it printed so far, which are no traffic. */
  printed(): number;
}

/**
 * Traffic since second 0: what k6 read before it, its script and accounts, is taken away, and so is the measurement log.
 * Connections to the console are pipes, which count as well.
 */
function trafficSince(first: ProcessBytes, printedBefore: number, now: ProcessBytes, printed: number): ProcessBytes {
  return { received: now.received - first.received, sent: Math.max(0, now.sent - first.sent - (printed - printedBefore)) };
}

/** Looks at the load generator each second until `stop` is called; what is seen before second 0 belongs to no second and is left out. */
export function watchGenerator(
  { pid, startedAt, printed }: WatchedGenerator,
  onHealth: (health: GeneratorHealth) => void,
): { stop(): void } {
  let looking = false;
  let first: { bytes: ProcessBytes; printed: number } | null = null;
  const look = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    try {
      const [usage, openFiles, bytes] = await Promise.all([pidusage(pid), openFilesOf(pid), processBytes(pid)]);
      const second = Math.floor((Date.now() - (startedAt() ?? Number.POSITIVE_INFINITY)) / 1_000);
      if (bytes !== null && (first === null || second < 0)) first = { bytes, printed: printed() };
      if (second < 0) return;
      const traffic = bytes === null || first === null ? null : trafficSince(first.bytes, first.printed, bytes, printed());
      const { received = null, sent = null } = traffic ?? {};
      onHealth({ second, cpu: round(usage.cpu / 100), memoryMiB: round(usage.memory / MIB), openFiles, received, sent });
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
