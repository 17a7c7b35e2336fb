import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { busyPart } from '../../../../models/demand/rehearsal/busy-part.ts';
import { compressedCurve } from '../../../../models/demand/rehearsal/compressed-curve.ts';
import { peakHours, type StageableCurve } from '../../../../models/demand/rehearsal/peak-hours.ts';
import { rehearsalProfile } from '../../../../models/demand/rehearsal/rehearsal-profile.ts';
import type { CurveSpec } from '../../../../models/workload/arrivals/curve-spec.ts';
import { arrivalCurve } from '../../../../models/workload/arrivals/curves/from-spec.ts';
import { curveProblems } from '../../../../models/workload/checks/validate-curve.ts';
import type { Phase, SurgeProfile } from '../../../../models/workload/surge/surge.ts';
import { usualPhases } from '../../../../models/workload/surge/usual-phases.ts';

const CURVES: readonly CurveSpec[] = [
  { shape: 'constant', rate: 4 },
  { shape: 'ramp', from: 1, to: 9, start: 600, end: 1_800 },
  { shape: 'step-decay', at: 0, peak: 50, hold: 60, halfLife: 600 },
  { shape: 'deadline', from: 2, to: 20, start: 1_800, deadline: 3_600 },
  { shape: 'diurnal', mean: 5, amplitude: 0.5, period: 3_600, peakAt: 900 },
  {
    shape: 'piecewise',
    points: [
      [0, 1],
      [1_200, 8],
      [3_600, 2],
    ],
  },
];
const all: CurveSpec = { shape: 'sum', of: [...CURVES, { shape: 'scaled', by: 2, curve: CURVES[2]! }] };
const sequence: CurveSpec = { shape: 'sequence', of: [CURVES[2]!, CURVES[5]!, all].map((curve) => ({ seconds: 1_000, curve })) };

function profileOf(arrivalSeconds: number, arrivals: CurveSpec, phases?: readonly Phase[]): SurgeProfile {
  return {
    description: 'a profile',
    arrivalSeconds,
    drainSeconds: 60,
    arrivals,
    evenSpacing: false,
    phases: phases ?? usualPhases({ warmUp: 0, arrivals: arrivalSeconds, drain: 60 }),
    hosts: 1,
    clientTimeout: 10_000,
    retry: { probability: 0, maxRetries: 0, quickRetries: 0, quickLow: 0, quickHigh: 0, slowMedian: 1, slowP95: 1 },
    impatienceMedian: 3_600_000,
    thinkScale: 1,
    service: null,
  };
}

/** Half a minute of at most 45 people a second. */
const smoke = profileOf(15, { shape: 'constant', rate: 45 });
const lab = profileOf(170, { shape: 'constant', rate: 6 }, [
  { name: 'warm-up', from: 0, judged: false },
  { name: 'surge', from: 10, judged: true },
  { name: 'drain', from: 225, judged: false },
]);
const full = profileOf(10_800, { shape: 'constant', rate: 60 }, usualPhases({ warmUp: 300, arrivals: 10_800, drain: 60 }));
const rehearse = (profile: SurgeProfile, given: StageableCurve, scale: number | null = null, perPerson = 1, hasWaitingRoom = false) =>
  rehearsalProfile({ profile, given, scale, perPerson, hasWaitingRoom });

describe('compressedCurve', () => {
  it.each([...CURVES, all, sequence])('has the rate of the curve at the compressed time: $shape', (spec) => {
    const [slow, fast] = [arrivalCurve(spec), arrivalCurve(compressedCurve(spec, 10, 60))];
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3_599, noNaN: true }), (time) => {
        expect(fast.rateAt(10 + time / 60)).toBeCloseTo(slow.rateAt(time), 6);
      }),
    );
  });
});

describe('rehearsalProfile', () => {
  const given = { curve: CURVES[2]!, seconds: 3_600, burst: null };

  it.each([smoke, lab, full])('is a sound profile of any length: $arrivalSeconds s', (profile) => {
    const service = { nodes: 4, admissionTokens: 836, doorsOpenAfter: 32 };
    const staged = rehearse({ ...profile, service }, given);
    expect(curveProblems(staged.profile.arrivals, '')).toEqual([]);
    expect(staged.profile.service).toEqual({ ...service, doorsOpenAfter: 0 });
    expect(staged.profile.phases.every(({ from }, i, list) => from > (list[i - 1]?.from ?? -1))).toBe(true);
    expect(staged.staged.people).toBeCloseTo(arrivalCurve(staged.profile.arrivals).arrivalsUntil(staged.profile.arrivalSeconds), 6);
  });

  it('keeps the arrivals per second in a profile of minutes, in those minutes', () => {
    const { profile, compression, staged, forecast } = rehearse(lab, given);
    // The lab has 10 s of warm-up and arrivals until second 170.
    expect([profile.arrivalSeconds, compression]).toEqual([170, 3_600 / 160]);
    expect(arrivalCurve(profile.arrivals).rateAt(10)).toBe(50);
    expect(staged.people).toBeCloseTo(forecast.people / compression, 6);
    expect(profile.phases).toEqual(lab.phases);
  });

  it('has the rates of its own at most in a profile of seconds, and those that are asked for with a scale', () => {
    const { scale, staged } = rehearse(smoke, given);
    expect([scale * 50, staged.peakRate]).toEqual([45, 45]);
    expect(rehearse(smoke, given, 0.1).staged.peakRate).toBeCloseTo(5, 9);
    expect(rehearse(smoke, { ...given, curve: { shape: 'constant', rate: 2 } }).scale).toBe(1);
  });

  it('runs at the speed of the forecast in a profile of an hour or more, up to three hours', () => {
    const own = rehearse(full, given);
    expect([own.compression, own.profile.arrivalSeconds]).toEqual([1, 300 + 3_600]);
    const day = rehearse(full, { ...given, seconds: 86_400 });
    expect([day.compression, day.profile.arrivalSeconds]).toEqual([8, 300 + 10_800]);
  });

  it('stages a forecast that is the only arrivals of its profile as it is', () => {
    const { profile, scale, compression } = rehearse(profileOf(10_800, { shape: 'constant', rate: 0 }), given);
    expect([scale, compression, profile.arrivalSeconds]).toEqual([1, 1, 3_600]);
    expect(profile.phases.map(({ from }) => from)).toEqual([0, 3_600]);
  });

  it('turns payments into the people who make them: 30 % payers are a third of the people', () => {
    const payments = { curve: { shape: 'constant', rate: 30 } as const, seconds: 3_600, burst: 60 };
    const { forecast, staged, profile } = rehearse(profileOf(10_800, { shape: 'constant', rate: 0 }), payments, null, 0.3);
    expect([forecast.people, forecast.peakRate, staged.peakRate]).toEqual([360_000, 200, 200]);
    expect(arrivalCurve(profile.arrivals).rateAt(2_000)).toBeCloseTo(100, 9);
    // Each person makes 0.3 payments: the payments forecast arrive at the service.
    expect(staged.people * 0.3).toBeCloseTo(3_600 * 30, -2);
  });

  it('has VUs for what is staged, never fewer than the profile', () => {
    expect(rehearse(full, { curve: { shape: 'constant', rate: 1_400 }, seconds: 60, burst: null }).profile.hosts).toBe(3);
    expect(rehearse(full, { curve: { shape: 'constant', rate: 10 }, seconds: 1_000, burst: null }, null, 1, true).profile.hosts).toBe(6); // 13,000 with the warm-up
    expect(rehearse({ ...full, hosts: 6 }, given).profile.hosts).toBe(6);
  });

  it('begins at once in a profile without warm-up', () => {
    const { profile } = rehearse(profileOf(10, { shape: 'constant', rate: 20 }, [{ name: 'steady', from: 0, judged: true }]), given);
    expect(profile.phases).toEqual([{ name: 'surge', from: 0, judged: true }]);
  });
});

describe('peakHours', () => {
  const points = Array.from({ length: 24 }, (_, hour) => [hour * 3_600, 10 + 5 * Math.cos((2 * Math.PI * (hour - 14)) / 24)] as const);

  it('takes three hours to both sides of the busiest', () => {
    const { curve, seconds } = peakHours(points, 40);
    expect(seconds).toBe(6 * 3_600);
    expect(arrivalCurve(curve).rateAt(3 * 3_600)).toBe(15);
  });

  it('ends with the day', () => {
    const late = points.map(([time, rate], hour) => [time, hour === 23 ? 99 : rate] as const);
    expect(peakHours(late, null).seconds).toBe(3 * 3_600);
  });

  it('stages the busiest second in the middle of the busiest hour', () => {
    const { profile, staged } = rehearse(lab, peakHours(points, 40));
    const { rateAt } = arrivalCurve(profile.arrivals);
    expect([staged.peakRate, curveProblems(profile.arrivals, '')]).toEqual([40, []]);
    expect(rateAt(90)).toBeCloseTo(40, 6);
    expect(rateAt(92)).toBeLessThan(15.01);
    const flat = peakHours(points, 3);
    expect(rehearse(lab, flat).profile.arrivals).toMatchObject({
      curve: { shape: 'piecewise' },
    });
  });
});

describe('busyPart', () => {
  it('ends where the rate after the doors is a fifth: hold and log2(5) half-lives', () => {
    const { curve, seconds } = busyPart(CURVES[2]!, 36_000);
    expect(curve).toBe(CURVES[2]);
    expect(Math.abs(seconds - (60 + 600 * Math.log2(5)))).toBeLessThan(36);
  });

  it('begins where the rate before a deadline is a fifth of the last: u with 10^u = 2 of the rise', () => {
    const { curve, seconds } = busyPart({ shape: 'deadline', from: 2, to: 20, start: 0, deadline: 1_000 }, 1_000);
    expect(seconds).toBeCloseTo(1_000 * (1 - Math.log10(2)), -1);
    const { rateAt } = arrivalCurve(curve);
    expect(rateAt(0)).toBeCloseTo(4, 1);
    expect(rateAt(seconds)).toBeCloseTo(20, 6);
  });
});
