import type { Quantity } from '../../models/workload/surge/quantity.ts';
import type { Machine } from './machine.ts';

const measured = { source: 'docs/benchmarks.md: 40,000 people waiting, k6 2.2.0, 2 cores', kind: 'measured' } as const;

/** What one waiting user costs the generator. */
export const COST = {
  memory: { value: 113 / 40_000, unit: 'MiB per waiting user', ...measured },
  cpu: { value: 1.3 / 10_000, unit: 'CPU-seconds per poll', ...measured },
  pollSeconds: { value: 20, unit: 's between two polls of a user', source: 'middle of the waiting room’s 1 to 30 s', kind: 'assumed' },
  pollHolds: { value: 1, unit: 's a poll holds a connection', source: 'a hundred times the usual answer', kind: 'assumed' },
  /** The other half is for the service, which runs on the same machine. */
  share: { value: 0.5, unit: 'of cores and memory for the generator', source: 'reference service on the same machine', kind: 'assumed' },
  reservedFiles: { value: 256, unit: 'files kept for everything else', source: 'k6 uses about 30', kind: 'assumed' },
} as const satisfies Record<string, Quantity>;

/** How many people can stand in line at once, and what ends it. */
export interface WaitingUsers {
  readonly users: number;
  readonly limitedBy: 'memory' | 'CPU' | 'open files' | 'ephemeral ports';
  readonly limits: Readonly<Record<WaitingUsers['limitedBy'], number>>;
}

const sockets = (count: number | null): number => {
  const spare = Math.max(0, (count ?? Number.MAX_SAFE_INTEGER) - COST.reservedFiles.value);
  return Math.floor((spare * COST.pollSeconds.value) / COST.pollHolds.value);
};

/**
 * People in line that the generator of this machine can hold: the least of
 *
 *   memory  available · share / (113 MiB / 40,000)
 *   CPU     cores · share / (1.3 CPU-s / 10,000 polls) · 20 s
 *   sockets (limit − 256) · 20 s / 1 s, for open files and for ephemeral ports
 */
export function waitingUsers(machine: Machine): WaitingUsers {
  const limits = {
    memory: Math.floor((machine.availableMiB * COST.share.value) / COST.memory.value),
    CPU: Math.floor(((machine.cores * COST.share.value) / COST.cpu.value) * COST.pollSeconds.value),
    'open files': sockets(machine.openFiles),
    'ephemeral ports': sockets(machine.ephemeralPorts),
  };
  const entries = Object.entries(limits) as [WaitingUsers['limitedBy'], number][];
  const [limitedBy, users] = entries.reduce((least, one) => (one[1] < least[1] ? one : least));
  return { users, limitedBy, limits };
}
