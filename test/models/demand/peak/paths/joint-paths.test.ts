import { describe, expect, it } from 'vitest';
import type { PastErrors } from '../../../../../models/demand/peak/past-errors.ts';
import { centred, jointPaths, widened } from '../../../../../models/demand/peak/paths/joint-paths.ts';

const quantileSpread = (values: number[]): number => {
  const sorted = values.sort((a, b) => a - b);
  return sorted[450]! - sorted[50]!;
};

describe('joint futures', () => {
  const path = Float64Array.from({ length: 14 }, (_, k) => 3 + k / 10);
  const errors = Array.from({ length: 20 }, (_, i) =>
    Float64Array.from({ length: 14 }, (_, k) => (k === 3 && i % 2 ? Number.NaN : 0.01 * (i - 10) + 0.02 * Math.sin(i + k))),
  );
  const past = { errors, said: errors.map(() => path), age: errors.map((_, i) => 30 + 20 * i), block: 7, perDay: 1, methods: 3 };

  it('are the same for the same seed, and others for another', () => {
    expect(jointPaths(path, past, 20, 1)).toEqual(jointPaths(path, past, 20, 1));
    expect(jointPaths(path, past, 20, 2)).not.toEqual(jointPaths(path, past, 20, 1));
  });

  it('spread as the errors do: centred, their median is the forecast, and they are twice as wide when widened by two', () => {
    const drawn = centred(jointPaths(path, past, 501, 1), path);
    const ends = (widen: number): number[] => widened(drawn, path, widen).map((one) => one[13]!);
    expect(quantileSpread(ends(2)) / quantileSpread(ends(1))).toBeCloseTo(2, 6);
    expect(ends(1).sort((a, b) => a - b)[250]).toBeCloseTo(path[13]!, 9);
  });

  it('are the forecast itself when nothing is known of its errors', () => {
    const blind = { ...past, errors: [new Float64Array(14).fill(Number.NaN)], age: [30] };
    expect(jointPaths(path, blind, 3, 1)).toEqual([path, path, path]);
  });
});

describe('futures of a short or odd past', () => {
  const path = new Float64Array(14);
  const made = (errors: Float64Array[], spacing: number): PastErrors => ({
    errors,
    said: errors.map(() => path),
    age: errors.map((_, i) => 14 + spacing * i),
    block: 7,
    perDay: 1,
    methods: 1,
  });

  it('are never further off than the largest error seen, however level and rest fall together', () => {
    const errors = Array.from({ length: 40 }, (_, i) =>
      Float64Array.from({ length: 14 }, (_, k) => (((i + k) % 3 === 0) === (i % 2 === 0) ? 2 : -1)),
    );
    const all = jointPaths(path, made(errors, 14), 400, 1).flatMap((one) => [...one]);
    expect(Math.max(...all)).toBe(2);
    expect(Math.min(...all)).toBe(-1);
  });

  it('go to both sides when three windows were all too low', () => {
    const errors = [0.1, 0.2, 0.3].map((error) => new Float64Array(14).fill(error));
    const ends = jointPaths(path, made(errors, 14), 400, 1).map((one) => one[0]!);
    expect(ends.filter((value) => value < 0).length).toBeGreaterThan(100);
  });

  it('go no higher for a day that came in far too low: an outage is no sign of a rush', () => {
    const path = new Float64Array(14).fill(Math.log(100));
    const quiet = (low: number): PastErrors => ({
      errors: [Float64Array.from({ length: 14 }, (_, k) => (k === 3 ? low : 0.02 * ((k % 3) - 1)))],
      said: [path],
      age: [14],
      ...{ block: 7, perDay: 1, methods: 4 },
    });
    const highest = (past: PastErrors): number => Math.max(...jointPaths(path, past, 500, 1).map((future) => Math.max(...future)));
    expect(highest(quiet(-1.2))).toBeCloseTo(highest(quiet(0)), 9);
  });

  it('prefer their season the more windows it has: errors of the same month of four years over those of all others', () => {
    const days = Array.from({ length: 100 }, (_, i) => 14 + 14 * i);
    const errors = days.map((age) => new Float64Array(14).fill(Math.min(age % 365.25, 365.25 - (age % 365.25)) <= 50 ? 1 : -1));
    const ends = jointPaths(path, made(errors, 14), 1000, 1).filter((one) => one[0]! > 0).length;
    // 28 of 100 windows are of the season: 28/(28 + 3) of the draws, and 0.28 of the others.
    expect(ends / 1000).toBeGreaterThan(0.85);
  });
});
