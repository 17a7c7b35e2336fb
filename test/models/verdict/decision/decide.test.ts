import { describe, expect, it } from 'vitest';
import { decideExact, decideNoisy, marginOf } from '../../../../models/verdict/decision/decide.ts';

describe('decideNoisy', () => {
  it.each([
    [500, 400, 600, 'PASS'],
    [950, 940, 990, 'WARN'],
    [900, 800, 1_050, 'WARN'],
    [900, 800, 1_150, 'INCONCLUSIVE'],
    [1_100, 900, 1_300, 'INCONCLUSIVE'],
    [1_100, 1_001, 1_300, 'FAIL'],
  ])('%d ms in [%d, %d] against 1,000 ms is %s', (value, low, high, verdict) => {
    expect(decideNoisy(value, 1_000, { low, high, confidence: 0.95 }).verdict).toBe(verdict);
  });
});

describe('decideExact', () => {
  it.each([
    [1, '<=', 0, 'FAIL'],
    [0, '<=', 0, 'PASS'],
    [0.9995, '>=', 0.999, 'PASS'],
    [0.99905, '>=', 0.999, 'WARN'],
    [0.99, '>=', 0.999, 'FAIL'],
    [0, '==', 0, 'PASS'],
    [1, '==', 0, 'FAIL'],
  ] as const)('%d %s %d is %s', (value, operator, limit, verdict) => {
    expect(decideExact(value, operator, limit).verdict).toBe(verdict);
  });

  it('has a margin with a sign on each side', () => {
    expect([marginOf(1_500, '<=', 1_000), marginOf(0.5, '>=', 1), marginOf(3, '==', 2), marginOf(2, '<=', 0)]).toEqual([
      -0.5, -0.5, -0.5, -1,
    ]);
  });
});
