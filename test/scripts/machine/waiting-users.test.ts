import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Machine } from '../../../scripts/machine/machine.ts';
import { waitingUsers } from '../../../scripts/machine/waiting-users.ts';

const twoCores: Machine = {
  platform: 'linux',
  cores: 2,
  memoryMiB: 24_000,
  availableMiB: 20_000,
  openFiles: 20_000,
  ephemeralPorts: 28_232,
};

describe('waitingUsers', () => {
  it('is limited by the CPU on a usual machine: 1 core / (1.3 / 10,000) polls/s × 20 s', () => {
    expect(waitingUsers(twoCores)).toMatchObject({ users: 153_846, limitedBy: 'CPU' });
  });

  it('is limited by memory when there is little: 226 MiB, half of it, at 113 MiB per 40,000', () => {
    expect(waitingUsers({ ...twoCores, availableMiB: 226 })).toMatchObject({ users: 40_000, limitedBy: 'memory' });
  });

  it('is limited by open files on an unconfigured mac: nothing is left of 256', () => {
    expect(waitingUsers({ ...twoCores, openFiles: 256 })).toMatchObject({ users: 0, limitedBy: 'open files' });
  });

  it('never falls when the machine grows', () => {
    const size = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(fc.record({ cores: size, availableMiB: size, openFiles: size, ephemeralPorts: size }), (machine) => {
        const { users } = waitingUsers({ ...twoCores, ...machine });
        const larger = Object.fromEntries(Object.entries(machine).map(([name, value]) => [name, value * 2]));
        expect(waitingUsers({ ...twoCores, ...larger }).users).toBeGreaterThanOrEqual(users);
      }),
    );
  });
});
