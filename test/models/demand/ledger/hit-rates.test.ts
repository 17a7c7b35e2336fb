import { describe, expect, it } from 'vitest';
import { hitRates } from '../../../../models/demand/ledger/hit-rates.ts';

describe('hit rates', () => {
  it('call a quantile low that is exceeded too often, high that never is, and fine otherwise', () => {
    const claims = Array.from({ length: 40 }, (_, i) => ({ quantiles: { p50: 100, p90: 20, p80: 32 }, actual: i + 1 }));
    expect(hitRates(claims).map(({ judgement }) => judgement)).toEqual(['high', 'low', 'fine']);
    expect(hitRates([])).toEqual([]);
  });
});
