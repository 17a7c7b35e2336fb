import { describe, expect, it } from 'vitest';
import { checkAdvice } from '../../../../models/demand/ledger/check-advice.ts';
import { hitRates } from '../../../../models/demand/ledger/hit-rates.ts';

const QUANTILES = { p50: 100, p80: 110, p90: 120, p95: 130, p99: 150 };

const advice = (actuals: readonly number[]) => {
  const claims = actuals.map((actual) => ({ quantiles: QUANTILES, actual }));
  return checkAdvice(claims, hitRates(claims));
};

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
