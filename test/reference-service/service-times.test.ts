import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../models/workload/users/random.ts';
import * as board from '../../reference-service/board/service-times.ts';
import * as onnuri from '../../reference-service/onnuri/service-times.ts';
import { drawLognormal, lognormalMean } from '../../reference-service/shared/simulation/lognormal.ts';

const tables = [
  ...Object.entries(onnuri.SERVICE_TIMES),
  ...Object.entries(onnuri.DEPENDENCY_TIMES),
  ...Object.entries(board.SERVICE_TIMES),
];

describe.each(tables)('the service time of %s', (_, { p50, p99 }) => {
  it('is drawn with the percentiles of the table and the mean of the formula', () => {
    const times = { p50: p50.value, p99: p99.value };
    const random = randomFrom(2026);
    const draws = Float64Array.from({ length: 200_000 }, () => drawLognormal(times, random)).sort();
    // Standard errors of 200,000 draws with sigma up to 0.77: 0.2 % of the median, 0.7 % of p99, 0.2 % of the mean.
    expect(draws[100_000]! / times.p50).toBeCloseTo(1, 1.7);
    expect(Math.abs(draws[198_000]! / times.p99 - 1)).toBeLessThan(0.03);
    expect(Math.abs(draws.reduce((sum, draw) => sum + draw, 0) / draws.length / lognormalMean(times) - 1)).toBeLessThan(0.01);
  });

  it('says where it is from', () => {
    for (const { source, unit, kind } of [p50, p99]) expect([unit, kind, source.length > 10]).toEqual(['ms', 'assumed', true]);
  });
});
