import { describe, expect, it } from 'vitest';
import { checkPredictions } from '../../../../models/demand/ledger/check-predictions.ts';
import type { PredictionClaim } from '../../../../models/results/forecast/prediction-check.ts';

const QUANTILES = { p50: 100, p80: 110, p90: 120, p95: 130, p99: 150 };

const claim = (from: string, to: string, other: Partial<PredictionClaim> = {}): PredictionClaim => ({
  series: 'n',
  unit: '',
  asOf: '2026-01-01',
  window: { from, to },
  daily: 'sum' as const,
  quantiles: QUANTILES,
  ...other,
});

/** 2026-01-01 is day 20454. */
const days = (...values: number[]) => ({ step: 'day', first: 20454, values: Float64Array.from(values) }) as const;

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
