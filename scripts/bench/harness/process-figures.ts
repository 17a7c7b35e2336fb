import { readFile } from 'node:fs/promises';

/** What a process has used so far. */
export interface ProcessFigures {
  /** Largest resident memory it ever had, MiB. */
  readonly peakMiB: number;
  /** User and system time, seconds; the kernel counts in hundredths. */
  readonly cpuSeconds: number;
}

/** USER_HZ of Linux on every architecture Node is released for (`getconf CLK_TCK`). */
const TICKS_PER_SECOND = 100;

/**
 * Peak resident memory in MiB from the text of `/proc/<pid>/status` (`VmHWM`).
 *
 * @example peakMiBIn('VmPeak:\t  9 kB\nVmHWM:\t    2048 kB\n') // => 2
 */
export function peakMiBIn(status: string): number {
  const kib = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  if (kib === undefined) throw new Error('/proc/<pid>/status: must have a VmHWM line; the process has ended');
  return Number(kib) / 1_024;
}

/**
 * CPU seconds from the text of `/proc/<pid>/stat`: fields 14 and 15, counted behind the name, which may hold spaces and brackets.
 *
 * @example cpuSecondsIn('7 (a) b) S 1 7 7 0 -1 0 0 0 0 0 150 50 0 0') // => 2
 */
export function cpuSecondsIn(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  if (!Number.isFinite(ticks)) throw new Error('/proc/<pid>/stat: must have user and system time, got something else');
  return ticks / TICKS_PER_SECOND;
}

/** Looks at a living process; needs Linux, whose /proc alone tells the peak. */
export async function processFigures(pid: number): Promise<ProcessFigures> {
  if (process.platform !== 'linux') throw new Error(`bench: must run on Linux, which tells the peak memory, got ${process.platform}`);
  const [status, stat] = await Promise.all([readFile(`/proc/${pid}/status`, 'utf8'), readFile(`/proc/${pid}/stat`, 'utf8')]);
  return { peakMiB: peakMiBIn(status), cpuSeconds: cpuSecondsIn(stat) };
}
