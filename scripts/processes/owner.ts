import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** The process that a file or folder belongs to, so that another one can tell whether it still lives. */
export interface Owner {
  readonly pid: number;
  /** When the process began, as the system counts; 0 where it does not tell. Numbers of processes are used again. */
  readonly began: number;
  /** The machine since its last start, and the container: the number of a process says nothing elsewhere. */
  readonly machine: string;
}

/** What became of an owner; `unknown`: it belongs to another machine or container. */
export type OwnerState = 'alive' | 'gone' | 'unknown';

function orEmpty(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

function thisMachine(): string {
  const boot = orEmpty(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'));
  const container = orEmpty(() => readlinkSync('/proc/self/ns/pid'));
  return createHash('sha256').update([hostname(), boot, container].join('\n')).digest('hex').slice(0, 12);
}

/** Field 22 of `/proc/<pid>/stat`; the name of the program before it may hold spaces and brackets. */
function beganAt(pid: number): number {
  const stat = orEmpty(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? 0);
}

export const thisProcess = (): Owner => ({ pid: process.pid, began: beganAt(process.pid), machine: thisMachine() });

/** An owner as a part of a file name. */
export const ownerText = ({ pid, began, machine }: Owner): string => `${pid}.${began}.${machine}`;

/**
 * The owner that a text names; null when it names none.
 *
 * @example readOwner('12.345.0123456789ab') // => { pid: 12, began: 345, machine: '0123456789ab' }
 */
export function readOwner(text: string): Owner | null {
  const found = /^([1-9]\d{0,9})\.(\d{1,15})\.([0-9a-f]{12})$/.exec(text.trim());
  return found === null ? null : { pid: Number(found[1]), began: Number(found[2]), machine: found[3]! };
}

/** A process of another user exists, but may not be signalled. */
function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

export function ownerState({ pid, began, machine }: Owner): OwnerState {
  if (machine !== thisMachine()) return 'unknown';
  if (!exists(pid)) return 'gone';
  return began !== 0 && began !== beganAt(pid) ? 'gone' : 'alive';
}
