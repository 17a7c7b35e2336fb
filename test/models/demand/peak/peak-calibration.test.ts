import { describe, expect, it } from 'vitest';
import type { PastErrors } from '../../../../models/demand/peak/past-errors.ts';
import { calibratedPaths, peakCalibration } from '../../../../models/demand/peak/peak-calibration.ts';
import { normal, randomFrom } from '../../../../models/workload/users/random.ts';

describe('the calibrated peak', () => {
  const random = randomFrom(4);
  const said = Array.from({ length: 60 }, () => new Float64Array(14));
  const past = (error: (i: number) => Float64Array): PastErrors => ({
    errors: said.map((_, i) => error(i)),
    said,
    age: said.map((_, i) => 14 + 14 * i),
    block: 7,
    perDay: 1,
    methods: 1,
  });
  const noise = (): Float64Array => Float64Array.from({ length: 14 }, () => 0.1 * normal(random));

  it('needs no change where errors are independent: shift within 0.02 of a noise of 0.1', () => {
    const { shift, stretch } = peakCalibration(past(noise), 1);
    expect(Math.abs(shift)).toBeLessThan(0.02);
    expect(Math.abs(Math.log(stretch))).toBeLessThan(0.4);
  });

  it('comes down where high windows are calm ones, which blocks of errors from other windows do not know: highest error always 1', () => {
    const calm = (i: number): Float64Array => {
      const level = i % 3 ? 0.5 : -0.5;
      return Float64Array.from({ length: 14 }, (_, k) => (i % 20 === 0 && k === 3 ? 2.5 : level + ((k + i) % 2 ? 1 : -1) * (1 - level)));
    };
    expect(peakCalibration({ ...past(calm), block: 2 }, 1).shift).toBeLessThan(-0.3);
  });

  it('leaves all as it is when no window is complete', () => {
    const holes = past(() => Float64Array.from({ length: 14 }, (_, k) => (k < 5 ? Number.NaN : 0.1)));
    expect(peakCalibration(holes, 1)).toEqual({ shift: 0, stretch: 1, alike: 0 });
    expect(peakCalibration({ ...holes, errors: [], said: [], age: [] }, 1)).toEqual({ shift: 0, stretch: 1, alike: 0 });
  });

  describe('over a festival', () => {
    // Every tenth window lies over a festival, of two names by turns; its fourth day came 0.5 above what was said. Noise elsewhere is 0.05.
    const feast = (i: number) => (i % 10 === 5 ? [{ name: i % 20 === 5 ? 'spring' : 'autumn', day: i }] : []);
    const errors = (i: number): Float64Array => noise().map((value, k) => value / 2 + (feast(i).length > 0 && k === 3 ? 0.5 : 0));
    const before = past(errors);
    const ahead = (names: readonly string[]): PastErrors => ({
      ...before,
      festivals: { ahead: names.map((name) => ({ name, day: -5 })), past: said.map((_, i) => feast(i)) },
    });

    it('is calibrated on the festivals of the past, six here: half of 0.5 at least, where calm windows hide them', () => {
      const over = peakCalibration(ahead(['spring']), 1);
      expect(over.alike).toBe(6);
      expect(over.shift).toBeGreaterThan(0.2);
      expect(peakCalibration(before, 1).shift).toBeLessThan(0.05);
    });

    it('leaves festivals out where there is none ahead', () => {
      const calm = peakCalibration(ahead([]), 1);
      expect(Math.abs(calm.shift)).toBeLessThan(0.02);
      expect(calm.alike).toBeCloseTo(54, 0);
    });

    it('rests on nothing of its kind when there was no festival yet, and says so', () => {
      const none = { ...before, festivals: { ahead: [{ name: 'spring', day: -5 }], past: said.map(() => []) } };
      expect(peakCalibration(none, 1)).toEqual({ ...peakCalibration(before, 1), alike: 0 });
    });
  });

  it('moves futures as wholes, and never below the highest quantile of a period', () => {
    const paths = [1, 2, 3, 4, 5].map((value) => Float64Array.of(value, 0));
    const moved = calibratedPaths(paths, { shift: -1, stretch: 2 }, 1, { p50: 0, p90: 0 });
    expect(moved.map((path) => path[0])).toEqual([0, 1, 2, 4, 6]);
    expect(moved.map((path) => path[0]! - path[1]!)).toEqual([1, 2, 3, 4, 5].map((value) => expect.closeTo(value, 9)));
    const kept = calibratedPaths(paths, { shift: -1, stretch: 1 }, 1, { p50: 2.5, p90: 6 });
    expect(kept[2]![0]).toBeCloseTo(2.5, 9);
    expect(0.6 * kept[4]![0]! + 0.4 * kept[3]![0]!).toBeCloseTo(6, 9);
    expect(calibratedPaths([Float64Array.of(1)], { shift: 0, stretch: 1 }, 1, { p50: 1, p90: 1 })).toEqual([Float64Array.of(1)]);
  });
});
