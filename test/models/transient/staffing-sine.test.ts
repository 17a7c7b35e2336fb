import { describe, expect, it } from 'vitest';
import { erlangC } from '../../../models/queueing/erlang/erlang-c.ts';
import { mmc } from '../../../models/queueing/single-queue/mmc.ts';
import { staffingSine } from '../../../models/transient/staffing-sine.ts';
import { expectRefusal } from '../refused.ts';

const note = { mean: 30, amplitude: 20, frequency: 1, serviceRate: 1, delayProbability: 0.1 } as const;

describe('staffingSine', () => {
  // Reference note, section 2.9, exact chain: mol .07-.13, psa .002-.97 with the same mean servers, constant about .001-.85 (there with one server more).
  it('keeps the target by offered load, and swings by arrival rate or with a constant number', () => {
    const mol = staffingSine({ ...note, method: 'mol' });
    expect(mol.minDelay).toBeGreaterThan(0.07);
    expect(mol.maxDelay).toBeLessThan(0.13);
    const psa = staffingSine({ ...note, method: 'psa' });
    expect(psa.minDelay).toBeCloseTo(0.002, 3);
    expect(psa.maxDelay).toBeCloseTo(0.97, 2);
    expect(psa.meanServers).toBeCloseTo(mol.meanServers, 0);
    const constant = staffingSine({ ...note, method: 'constant' });
    expect(constant).toMatchObject({ minServers: 38, maxServers: 38 });
    expect(constant.minDelay).toBeLessThan(0.004);
    expect(constant.maxDelay).toBeGreaterThan(0.8);
  });

  it('is the steady M/M/c when nothing swings', () => {
    const answer = staffingSine({ mean: 3, amplitude: 0, frequency: 1, serviceRate: 1, delayProbability: 0.3, method: 'psa' });
    expect(answer.meanDelay).toBeCloseTo(erlangC(5, 3), 7);
    expect(answer.maxQueue).toBeCloseTo(mmc({ arrivalRate: 3, serviceRate: 1, servers: 5 }).meanQueue, 6);
  });

  it('has the same shares in another unit of time', () => {
    const [one, two] = [1, 60].map((unit) =>
      staffingSine({ mean: 5 * unit, amplitude: 5 * unit, frequency: 2 * unit, serviceRate: unit, delayProbability: 0.2, method: 'mol' }),
    );
    expect(two!.maxDelay).toBeCloseTo(one!.maxDelay, 8);
    expect(two!.meanServers).toBeCloseTo(one!.meanServers, 6);
  });

  it('adds states when a slow peak drives the queue beyond the first guess', () => {
    const answer = staffingSine({ mean: 3, amplitude: 3, frequency: 0.02, serviceRate: 1, delayProbability: 0.5, method: 'constant' });
    expect(answer.maxQueue).toBeGreaterThan(50);
    expect(answer.maxDelay).toBeGreaterThan(0.99);
  });

  it('refuses what would take too long', () =>
    expectRefusal(
      () => staffingSine({ mean: 1e6, amplitude: 1e5, frequency: 1e-4, serviceRate: 1, delayProbability: 0.1, method: 'constant' }),
      'out-of-range',
      /^frequency: too slow for an exact solution/,
    ));
});
