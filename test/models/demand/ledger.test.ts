import { describe, expect, it } from 'vitest';
import { checkAdvice } from '../../../models/demand/ledger/check-advice.ts';
import { checkPredictions } from '../../../models/demand/ledger/check-predictions.ts';
import { hitRates } from '../../../models/demand/ledger/hit-rates.ts';
import type { PredictionClaim } from '../../../models/results/prediction-check.ts';

const QUANTILES = { p50: 100, p80: 110, p90: 120, p95: 130, p99: 150 };
const claim = (from: string, to: string, other: Partial<PredictionClaim> = {}): PredictionClaim => ({
  ...{ series: 'n', unit: '', asOf: '2026-01-01', window: { from, to }, daily: 'sum' as const, quantiles: QUANTILES },
  ...other,
});
const advice = (actuals: readonly number[]) => {
  const claims = actuals.map((actual) => ({ quantiles: QUANTILES, actual }));
  return checkAdvice(claims, hitRates(claims));
};
/** 2026-01-01 is day 20454. */
const days = (...values: number[]) => ({ step: 'day', first: 20454, values: Float64Array.from(values) }) as const;

describe('what claims mean for the next ones', () => {
  it('is to widen when peaks come above the upper quantiles, and by how much: log(144/100)/log(120/100) is 2', () => {
    const found = advice(new Array(20).fill(144));
    expect(found.what).toBe('widen');
    expect(found.factor).toBeCloseTo(2, 10);
  });

  it('is to narrow when they hardly ever do, by less than 1', () => {
    const found = advice(Array.from({ length: 80 }, (_, i) => 95 + (i % 8)));
    expect(found.what).toBe('narrow');
    expect(found.factor).toBeLessThan(1);
  });

  it('is to shift when only the middle is off: 20 peaks above P50, of which 4 above P80 and 2 above P90', () => {
    expect(advice([...new Array(16).fill(105), 115, 115, 125, 125]).what).toBe('shift');
  });

  it('is nothing when hit rates are as stated, and no factor from fewer than ten', () => {
    expect(advice([90, 95, 99, 105, 115])).toEqual({ what: 'keep', factor: null });
    expect(advice([])).toEqual({ what: 'unknown', factor: null });
    const flat = Array.from({ length: 12 }, () => ({ quantiles: { p50: 100, p90: 100 }, actual: 100 }));
    expect(checkAdvice(flat, hitRates(flat)).factor).toBeNull();
  });
});

describe('check of claims', () => {
  it('takes the highest value of each window, and says why it cannot', () => {
    const { claims } = checkPredictions('n', days(1, 7, 3, Number.NaN, 5), [
      claim('2026-01-01', '2026-01-03'),
      claim('2026-01-04', '2026-01-05'),
      claim('2026-01-05', '2026-01-06'),
      claim('2025-12-31', '2026-01-02'),
      claim('2026-01-01T00:00', '2026-01-01T05:00'),
    ]);
    expect(claims.map(({ actual, because }) => actual ?? because)).toEqual([7, 'gaps', 'not-over', 'before-the-file', 'needs-hours']);
  });

  it('judges claims of hours by hours', () => {
    const hours = { step: 'hour', first: 20454 * 24, values: Float64Array.from({ length: 48 }, (_, h) => h) } as const;
    const { claims } = checkPredictions('n', hours, [
      claim('2026-01-01T05:00', '2026-01-02T03:00'),
      claim('2026-01-01', '2026-01-02', { daily: 'max' }),
    ]);
    expect(claims.map(({ actual }) => actual)).toEqual([27, 47]);
  });

  it('counts a repeated claim once, and warns of overlaps and of another series', () => {
    const again = claim('2026-01-01', '2026-01-02', { quantiles: { ...QUANTILES, p50: 1 } });
    const { claims, warnings } = checkPredictions('m', days(1, 2, 3), [
      claim('2026-01-01', '2026-01-02'),
      again,
      claim('2026-01-02', '2026-01-03'),
    ]);
    expect(claims.map(({ quantiles }) => quantiles.p50)).toEqual([1, 100]);
    expect(warnings.join(' ')).toMatch(/same window: 1;.*The file is of m, claims are of n.*overlap the one before: 1/);
  });
});
