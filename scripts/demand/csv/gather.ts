import type { DemandSeries } from '../../../models/demand/series/demand-series.ts';

/** A value of a period, and the moment within it: several moments of one period are combined. */
export interface Moment {
  readonly period: number;
  readonly moment: number;
  readonly value: number;
}

/** The first and the last period. */
export function spanOf(moments: readonly Moment[]): { readonly first: number; readonly last: number } {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { period } of moments) {
    first = Math.min(first, period);
    last = Math.max(last, period);
  }
  return { first, last };
}

/** The values of each period: its moments, each of which stands once, are added up, or the highest is taken. */
export function gather(step: DemandSeries['step'], moments: readonly Moment[], how: 'sum' | 'max'): DemandSeries {
  const { first, last } = spanOf(moments);
  const values = new Float64Array(last - first + 1).fill(Number.NaN);
  for (const { period, value } of moments) {
    if (!Number.isFinite(value)) continue;
    const before = values[period - first]!;
    if (Number.isNaN(before)) values[period - first] = value;
    else values[period - first] = how === 'max' ? Math.max(before, value) : before + value;
  }
  return { step, first, values };
}
