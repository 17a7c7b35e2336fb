import type { Machine } from '../machine/machine.ts';
import { COST, type WaitingUsers, waitingUsers } from '../machine/waiting-users.ts';
import type { DoctorItem } from './item.ts';

/** Enough for the lab profile of the launch (scripts/machine/surge-needs.ts), rounded up. */
const ENOUGH = { openFiles: 8_192, ephemeralPorts: 16_384, cores: 2, memoryMiB: 2_048, diskMiB: 1_024 } as const;

const number = (value: number): string => value.toLocaleString('en-US');

function item(name: string, value: number | null, enough: number, unit: string, remedy: string): DoctorItem {
  if (value === null) return { name, state: 'optional', detail: 'not reported by the system', remedy: null };
  const shown = value === Number.MAX_SAFE_INTEGER ? 'unlimited' : `${number(value)}${unit}`;
  const low = value < enough;
  return { name, state: low ? 'low' : 'ok', detail: shown, remedy: low ? `${number(enough)}${unit} for the lab profile: ${remedy}` : null };
}

/** Resources of the machine, and the number of waiting users they allow. */
export function machineItems(machine: Machine, diskMiB: number | null): DoctorItem[] {
  const ports =
    machine.platform === 'darwin'
      ? 'sudo sysctl -w net.inet.ip.portrange.first=16384'
      : 'sudo sysctl -w net.ipv4.ip_local_port_range="16384 65535"';
  return [
    item('open files', machine.openFiles, ENOUGH.openFiles, '', `ulimit -n ${ENOUGH.openFiles}`),
    item('ephemeral ports', machine.ephemeralPorts, ENOUGH.ephemeralPorts, '', ports),
    item('cores', machine.cores, ENOUGH.cores, '', 'use a larger machine, or a smaller profile'),
    item('memory', machine.availableMiB, ENOUGH.memoryMiB, ' MiB available', 'close programs, or use a smaller profile'),
    item('disk', diskMiB, ENOUGH.diskMiB, ' MiB free', 'free some space, or set SURGEPROOF_RUNS to a folder on another disk'),
    waitingUsersItem(waitingUsers(machine)),
  ];
}

function waitingUsersItem({ users, limitedBy, limits }: WaitingUsers): DoctorItem {
  const formula =
    `the smallest of memory ${number(limits.memory)} (113 MiB per 40,000 users, half of the available memory), ` +
    `CPU ${number(limits.CPU)} (1.3 CPU-s per 10,000 polls, one poll per user every ${COST.pollSeconds.value} s, half of the cores), ` +
    `open files ${number(limits['open files'])} and ports ${number(limits['ephemeral ports'])} (a poll holds one for ${COST.pollHolds.value} s)`;
  return { name: 'waiting users', state: 'ok', detail: `${number(users)} at once, limited by ${limitedBy}; ${formula}`, remedy: null };
}
