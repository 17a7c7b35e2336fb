import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fitTail, tailQuantile } from '../../../../../models/demand/peak/tail/generalised-pareto.ts';

interface Oracles {
  readonly danish: { readonly exceedances: number[]; readonly n_total: number };
}

const oracles = JSON.parse(readFileSync(new URL('../../../../fixtures/demand/extreme-values.json', import.meta.url), 'utf8')) as Oracles;

describe('generalised Pareto tail', () => {
  it('fits Danish fire claims above 10 as R fExtremes and McNeil (1997) do: 6.9755, 0.4970; quantiles 27.290, 40.173, 94.340', () => {
    const { exceedances, n_total } = oracles.danish;
    const fit = fitTail([...exceedances, ...Array.from({ length: n_total - exceedances.length }, () => 1)], 10)!;
    expect(fit.scale).toBeCloseTo(6.9755, 3);
    expect(fit.shape).toBeCloseTo(0.497, 3);
    expect(fit.scaleError).toBeCloseTo(1.113, 0);
    expect(fit.shapeError).toBeCloseTo(0.136, 1);
    expect([0.99, 0.995, 0.999].map((level) => tailQuantile(fit, level).toFixed(2))).toEqual(['27.29', '40.17', '94.34']);
  });

  it('refuses a tail of fewer than 30 values', () => {
    expect(
      fitTail(
        Array.from({ length: 29 }, (_, i) => 11 + i),
        10,
      ),
    ).toBeNull();
  });
});
