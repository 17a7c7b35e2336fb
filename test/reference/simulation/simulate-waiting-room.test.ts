import { describe, expect, it } from 'vitest';
import { durationOf } from '../../../models/simulation/duration.ts';
import { randomStream } from '../../../models/simulation/random-stream.ts';
import { drain } from '../../../models/transient/drain.ts';
import { waitingRoomAdmissions } from '../../../models/transient/waiting-room.ts';
import { simulateWaitingRoom } from './simulate-waiting-room.ts';

const exponential = (mean: number, stream: number) => durationOf(mean, 1, randomStream(7, stream));

const off = (measured: number, expected: number) => Math.abs(measured / expected - 1);

describe('simulateWaitingRoom', () => {
  const room = { queued: 40_000, until: 0, places: Number.POSITIVE_INFINITY, stay: () => 4, admission: exponential(1 / 1000, 0) };

  // 40,000 queued and 1,000 admitted a minute: 40 min; 300 a minute still joining: 57.1 min; patience of 30 min: 32.0 min (numbers of the research note).
  it('drains as the fluid says, within 2 %: with joiners and with people who leave', () => {
    expect(off(simulateWaitingRoom(room).drainedAt, 40)).toBeLessThan(0.02);
    const joined = simulateWaitingRoom({ ...room, until: 100, interarrival: exponential(1 / 300, 1) });
    expect(off(joined.drainedAt, drain({ queued: 40_000, admitRate: 1000, arrivalRate: 300 }))).toBeLessThan(0.02);
    const impatient = simulateWaitingRoom({ ...room, until: 100, interarrival: exponential(1 / 300, 2), patience: exponential(30, 3) });
    const expected = drain({ queued: 40_000, admitRate: 1000, arrivalRate: 300, patience: 30 });
    expect(off(impatient.drainedAt, expected)).toBeLessThan(0.02);
    expect(expected).toBeCloseTo(32, 0);
  });

  it('admits what Little says of places, and never fills more of them', () => {
    const { admitted, lastAdmission, mostInside, left } = simulateWaitingRoom({
      queued: 40_000,
      until: 0,
      places: 1800,
      stay: exponential(9, 4),
    });
    const rate = waitingRoomAdmissions({ occupancy: 1800, taskTime: 4, holdTime: 5 });
    // The first 1,800 come in at once.
    expect(off((admitted - 1800) / lastAdmission, rate)).toBeLessThan(0.02);
    expect([admitted, mostInside, left]).toEqual([40_000, 1800, 0]);
  });

  it('lets people in as they come while there are places', () => {
    const calm = simulateWaitingRoom({ queued: 0, until: 50, interarrival: () => 1, places: 2, stay: () => 0.5 });
    expect([calm.admitted, calm.mostInside, calm.drainedAt]).toEqual([49, 1, 1]);
  });
});
