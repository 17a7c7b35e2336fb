import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { busyPart } from '../../../../models/demand/rehearsal/busy-part.ts';
import { compressedCurve } from '../../../../models/demand/rehearsal/compressed-curve.ts';
import { peakHours } from '../../../../models/demand/rehearsal/peak-hours.ts';
import { rehearsalProfile } from '../../../../models/demand/rehearsal/rehearsal-profile.ts';
import type { CurveSpec } from '../../../../models/workload/arrivals/curve-spec.ts';
import { arrivalCurve } from '../../../../models/workload/arrivals/curves/from-spec.ts';
import { validateProfile } from '../../../../models/workload/checks/validate-profile.ts';
import { PROFILES } from '../../../../models/workload/surge/surge.ts';
import { onnuriLaunch } from '../../../../scenarios/onnuri/launch-surge.ts';
import { smoke } from '../../../../scenarios/onnuri/smoke-surge.ts';

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

describe('compressedCurve', () => {
  it.each([...CURVES, all])('has the rate of the curve at the compressed time: $shape', (spec) => {
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

  it.each(PROFILES)('is a sound profile of every surge: %s', (name) => {
    for (const surge of [onnuriLaunch, smoke]) {
      const staged = rehearsalProfile(surge.profiles[name], name, given, null);
      expect(validateProfile(staged.profile)).toEqual([]);
      expect(staged.profile.doorsOpenAfter).toBeUndefined();
      expect(staged.staged.people).toBeCloseTo(arrivalCurve(staged.profile.arrivals).arrivalsUntil(staged.profile.arrivalSeconds), 6);
    }
  });

  it('keeps the arrivals per second in the lab, in the minutes of the lab', () => {
    const { profile, compression, staged, forecast } = rehearsalProfile(onnuriLaunch.profiles.lab, 'lab', given, null);
    // The lab has 10 s of warm-up and arrivals until second 170.
    expect([profile.arrivalSeconds, compression]).toEqual([170, 3_600 / 160]);
    expect(arrivalCurve(profile.arrivals).rateAt(10)).toBe(50);
    expect(staged.people).toBeCloseTo(forecast.people / compression, 6);
    expect(profile.phases).toEqual([
      { name: 'warm-up', from: 0, judged: false },
      { name: 'surge', from: 10, judged: true },
      { name: 'drain', from: 225, judged: false },
    ]);
  });

  it('has the rates of the smoke profile at most in smoke, and those that are asked for with a scale', () => {
    // 5 a second besides 40 at the doors.
    const { scale, staged } = rehearsalProfile(onnuriLaunch.profiles.smoke, 'smoke', given, null);
    expect([scale * 50, staged.peakRate]).toEqual([45, 45]);
    expect(rehearsalProfile(onnuriLaunch.profiles.smoke, 'smoke', given, 0.1).staged.peakRate).toBeCloseTo(5, 9);
    const quiet = { ...given, curve: { shape: 'constant', rate: 2 } as const };
    expect(rehearsalProfile(onnuriLaunch.profiles.smoke, 'smoke', quiet, null).scale).toBe(1);
  });

  it('runs in full at the speed of the forecast, up to three hours', () => {
    const own = rehearsalProfile(onnuriLaunch.profiles.full, 'full', given, null);
    expect([own.compression, own.profile.arrivalSeconds]).toEqual([1, 300 + 3_600]);
    const day = rehearsalProfile(onnuriLaunch.profiles.full, 'full', { ...given, seconds: 86_400 }, null);
    expect([day.compression, day.profile.arrivalSeconds]).toEqual([8, 300 + 10_800]);
  });

  it('begins at once in a profile without warm-up', () => {
    const { smoke: tiny } = smoke.profiles;
    const { profile } = rehearsalProfile({ ...tiny, phases: [{ name: 'steady', from: 0, judged: true }] }, 'smoke', given, null);
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
    const { profile, staged } = rehearsalProfile(onnuriLaunch.profiles.lab, 'lab', peakHours(points, 40), null);
    const { rateAt } = arrivalCurve(profile.arrivals);
    expect([staged.peakRate, validateProfile(profile)]).toEqual([40, []]);
    expect(rateAt(90)).toBeCloseTo(40, 6);
    expect(rateAt(92)).toBeLessThan(15.01);
    const flat = peakHours(points, 3);
    expect(rehearsalProfile(onnuriLaunch.profiles.lab, 'lab', flat, null).profile.arrivals).toMatchObject({
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
