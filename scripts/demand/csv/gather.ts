import type { DemandSeries } from '../../../models/demand/series/demand-series.ts';

/** A value of a period, and the moment within it: several moments of one period are combined. */
export interface Moment {
  readonly period: number;
  readonly moment: number;
  readonly value: number;
}

/** The values of a period: parts of one moment are added up, moments are added up or the highest is taken. */
export function gather(step: DemandSeries['step'], moments: readonly Moment[], how: 'sum' | 'max'): DemandSeries {
  const first = moments.reduce((least, { period }) => Math.min(least, period), Number.POSITIVE_INFINITY);
  const last = moments.reduce((most, { period }) => Math.max(most, period), Number.NEGATIVE_INFINITY);
  const byMoment = new Map<number, Moment>();
  for (const one of moments) {
    if (!Number.isFinite(one.value)) continue;
    const before = byMoment.get(one.moment);
    byMoment.set(one.moment, before === undefined ? one : { ...one, value: before.value + one.value });
  }
  const values = new Float64Array(last - first + 1).fill(Number.NaN);
  for (const { period, value } of byMoment.values()) {
    const before = values[period - first]!;
    if (Number.isNaN(before)) values[period - first] = value;
    else values[period - first] = how === 'max' ? Math.max(before, value) : before + value;
  }
  return { step, first, values };
}
