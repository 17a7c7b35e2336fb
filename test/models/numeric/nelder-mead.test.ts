import { describe, expect, it } from 'vitest';
import { nelderMead } from '../../../models/numeric/nelder-mead.ts';

describe('simplex', () => {
  it('finds the minimum of Rosenbrock at (1, 1)', () => {
    const { at } = nelderMead(([x, y]) => (1 - x!) ** 2 + 100 * (y! - x! * x!) ** 2, [-1.2, 1], [0.5, 0.5]);
    expect(at[0]).toBeCloseTo(1, 4);
    expect(at[1]).toBeCloseTo(1, 4);
  });
  it('walks around places where the function is not a number', () =>
    expect(nelderMead(([x]) => Math.sqrt(x! - 1) + (x! - 2) ** 2, [1.5], [-3]).at[0]).toBeGreaterThan(0.99));
});
