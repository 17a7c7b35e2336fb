import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hpaReplicas } from '../../../models/reliability/hpa.ts';
import { drain } from '../../../models/transient/drain.ts';
import { offeredLoadSine } from '../../../models/transient/offered-load-sine.ts';
import { offeredLoadStart } from '../../../models/transient/offered-load-start.ts';
import { pollRate } from '../../../models/transient/poll-rate.ts';
import { waitingRoomAdmissions } from '../../../models/transient/waiting-room.ts';
import { expectRefusal } from '../refused.ts';

const sine = { mean: 30, amplitude: 20, frequency: 0.7, serviceRate: 0.5 };

describe('offeredLoadSine', () => {
  it('solves m’ = lambda(t) - mu m, checked by a central difference', () => {
    for (const at of [0, 1.3, 5, 40]) {
      const m = (t: number) => offeredLoadSine({ ...sine, at: t });
      const slope = (m(at + 1e-5) - m(at - 1e-5)) / 2e-5;
      expect(slope).toBeCloseTo(30 + 20 * Math.sin(0.7 * at) - 0.5 * m(at), 5);
    }
  });

  it('peaks atan(gamma/mu)/gamma after the arrivals (Eick, Massey and Whitt)', () => {
    const peak = (Math.PI / 2 + Math.atan(0.7 / 0.5)) / 0.7;
    const at = (t: number) => offeredLoadSine({ ...sine, at: t });
    expect(at(peak)).toBeGreaterThan(at(peak - 0.01));
    expect(at(peak)).toBeGreaterThan(at(peak + 0.01));
  });

  it('refuses negative arrivals', () =>
    expectRefusal(() => offeredLoadSine({ ...sine, amplitude: 31, at: 0 }), 'out-of-range', /^amplitude: must be at most the mean \(30\)/));
});

describe('offeredLoadStart', () => {
  it('is 63.2 % of the load after one service time, and lambda t at first', () => {
    expect(offeredLoadStart({ arrivalRate: 10, serviceRate: 0.25, at: 4 })).toBeCloseTo(40 * (1 - Math.exp(-1)), 12);
    expect(offeredLoadStart({ arrivalRate: 10, serviceRate: 1, at: 1e-9 }) / 1e-8).toBeCloseTo(1, 8);
  });
});

describe('drain', () => {
  // 40,000 people, 1,000 a minute; 300 a minute still joining; mean patience 30 minutes (reference note).
  it.each([
    [0, undefined, 40],
    [300, undefined, 57.1],
    [300, 30, 32],
  ])('takes with %i still joining and patience %s %f minutes', (arrivalRate, patience, minutes) =>
    expect(drain({ queued: 40_000, admitRate: 1000, arrivalRate, ...(patience === undefined ? {} : { patience }) })).toBeCloseTo(
      minutes,
      1,
    ),
  );

  it('tends to the patient answer as patience grows', () =>
    expect(drain({ queued: 500, admitRate: 10, arrivalRate: 2, patience: 1e9 })).toBeCloseTo(62.5, 4));

  it('refuses a line that never ends', () =>
    expectRefusal(
      () => drain({ queued: 1, admitRate: 10, arrivalRate: 10 }),
      'unstable',
      /^admitRate: must be above the arrivalRate \(10\)/,
    ));
});

describe('waiting room', () => {
  // Reference note, section 4.5: 4 min task + 5 min hold at 1,800 places.
  it('admits 200 a minute with five minutes of hold, 450 with the session given back', () => {
    expect(waitingRoomAdmissions({ occupancy: 1800, taskTime: 4, holdTime: 5 })).toBe(200);
    expect(waitingRoomAdmissions({ occupancy: 1800, taskTime: 4, holdTime: 0 })).toBe(450);
  });
  it('is polled 2,000 times a second by 40,000 people every 20 s', () => expect(pollRate({ users: 40_000, interval: 20 })).toBe(2000));
});

describe('hpaReplicas', () => {
  // Kubernetes documentation: current 200m, target 100m doubles; 50m halves; within 0.1 nothing.
  it.each([
    [5, 200, 100, 10],
    [6, 50, 100, 3],
    [10, 109, 100, 10],
    [10, 91, 100, 10],
    [10, 112, 100, 12],
    [10, 55, 50, 10],
    [3, 0, 50, 1],
  ])('asks from %i at %f of %f for %i', (replicas, current, target, expected) =>
    expect(hpaReplicas({ replicas, current, target })).toBe(expected),
  );

  it('never has a rounding error add a replica', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 2, max: 9 }), (replicas, times) => {
        expect(hpaReplicas({ replicas, current: times * 0.1, target: 0.1 })).toBe(replicas * times);
      }),
    );
  });
});
