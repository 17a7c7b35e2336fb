import { describe, expect, it } from 'vitest';
import { kneedle } from '../../../models/scalability/kneedle.ts';
import { expectRefusal } from '../refused.ts';

const rising = [0, 60, 80, 85, 90, 95, 96, 97, 98, 99];
const bending = [1, 2, 3, 4, 5, 10, 15, 20, 40, 100];
const reversed = (values: readonly number[]) => [...values].reverse();

// Numbers of the tests of the Python package kneed (interp1d).
describe('kneedle', () => {
  it('finds the knee of figure 2 of the paper at .22', () => {
    const x = Array.from({ length: 10 }, (_, i) => i / 9);
    expect(kneedle({ x, y: x.map((value) => -1 / (value + 0.1) + 5), curve: 'concave', direction: 'increasing' })).toBeCloseTo(0.2222, 4);
  });

  it('finds 2, 7, 7 and 2 in the four directions', () => {
    expect(kneedle({ y: rising, curve: 'concave', direction: 'increasing' })).toBe(2);
    expect(kneedle({ y: reversed(rising), curve: 'concave', direction: 'decreasing' })).toBe(7);
    expect(kneedle({ y: bending, curve: 'convex', direction: 'increasing' })).toBe(7);
    expect(kneedle({ y: reversed(bending), curve: 'convex', direction: 'decreasing' })).toBe(2);
  });

  it('finds the knees of truncated curves', () => {
    expect(kneedle({ y: rising.slice(0, -3), curve: 'concave', direction: 'increasing' })).toBe(2);
    expect(kneedle({ y: reversed(rising).slice(0, -3), curve: 'concave', direction: 'decreasing' })).toBe(4);
    expect(kneedle({ y: bending.slice(0, -3), curve: 'convex', direction: 'increasing' })).toBe(4);
    expect(kneedle({ y: reversed(bending).slice(0, -3), curve: 'convex', direction: 'decreasing' })).toBe(2);
  });

  it('finds the last knee of a sine online', () => {
    const x = Array.from({ length: 100 }, (_, i) => i / 10);
    const y = x.map(Math.sin);
    const last = (curve: 'concave' | 'convex', direction: 'increasing' | 'decreasing') => kneedle({ x, y, curve, direction, online: true });
    expect([last('convex', 'decreasing'), last('convex', 'increasing')]).toEqual([4.5, 4.9]);
    expect([last('concave', 'increasing'), last('concave', 'decreasing')]).toEqual([7.7, 1.8]);
  });

  it('moves from the first maximum to the largest with the sensitivity', () => {
    const y = [1, 0.787701317715959, 0.7437774524158126, 0.6559297218155198, 0.5065885797950219, 0.36749633967789164, 0.2547584187408492];
    y.push(0.16251830161054173, 0.10395314787701318, 0.06734992679355783, 0.043923865300146414, 0.027818448023426062, 0.01903367496339678);
    y.push(0.013177159590043924, 0.010248901903367497, 0.007320644216691069, 0.005856515373352855, 0.004392386530014641);
    expect(kneedle({ y, curve: 'convex', direction: 'decreasing', sensitivity: 0 })).toBe(1);
    expect(kneedle({ y, curve: 'convex', direction: 'decreasing', sensitivity: 1 })).toBe(8);
  });

  it('refuses what has no knee', () => {
    expectRefusal(
      () => kneedle({ y: [1, 2, 3, 4, 5.0001], curve: 'concave', direction: 'increasing' }),
      'no-answer',
      /has no knee as a concave increasing curve/,
    );
    expectRefusal(() => kneedle({ y: [2, 2, 2], curve: 'concave', direction: 'increasing' }), 'no-answer', /the same everywhere \(2\)/);
    expectRefusal(() => kneedle({ y: [1, 2], curve: 'concave', direction: 'increasing' }), 'out-of-range', /at least 3 values/);
    expectRefusal(() => kneedle({ x: [1], y: [1, 2, 3], curve: 'concave', direction: 'increasing' }), 'out-of-range', /got 1 and 3/);
    expectRefusal(
      () => kneedle({ x: [1, 1, 2], y: [1, 2, 3], curve: 'concave', direction: 'increasing' }),
      'out-of-range',
      /^x\[1\]: must be above/,
    );
  });
});
