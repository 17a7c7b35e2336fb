/** Demand by day or by hour, in order and without a missing period; a period that is not known is NaN. */
export interface DemandSeries {
  readonly step: 'day' | 'hour';
  /** Days or hours since 1970-01-01 in local time. */
  readonly first: number;
  readonly values: Float64Array;
}

/**
 * Periods of a day.
 *
 * @example periodsPerDay('hour') // => 24
 */
export function periodsPerDay(step: DemandSeries['step']): number {
  return step === 'hour' ? 24 : 1;
}

/**
 * Sum or maximum of each day; a day with a missing hour is scaled up from the hours it has, or unknown with fewer than half of them.
 *
 * @example dailyOf({ step: 'hour', first: 0, values: new Float64Array(24).fill(2) }, 'sum').values // => Float64Array.of(48)
 */
export function dailyOf(series: DemandSeries, how: 'sum' | 'max'): DemandSeries {
  if (series.step === 'day') return series;
  const first = Math.ceil(series.first / 24);
  const days = Math.floor((series.first + series.values.length) / 24) - first;
  const values = Float64Array.from({ length: Math.max(days, 0) }, (_, d) => {
    const from = (first + d) * 24 - series.first;
    const hours = series.values.subarray(from, from + 24).filter(Number.isFinite);
    if (hours.length < 12) return Number.NaN;
    return how === 'max' ? Math.max(...hours) : (hours.reduce((sum, value) => sum + value, 0) * 24) / hours.length;
  });
  return { step: 'day', first, values };
}

/** The part of a series that was known at the end of a day: nothing later is ever used. */
export function knownUntil(series: DemandSeries, lastDay: number): DemandSeries {
  const end = (lastDay + 1) * periodsPerDay(series.step) - series.first;
  return { ...series, values: series.values.slice(0, Math.max(0, Math.min(end, series.values.length))) };
}
