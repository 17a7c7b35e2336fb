import { interpolatedQuantileOf } from '../../statistics/interpolated-quantile.ts';
import { dateOf } from '../calendar/day-number.ts';
import { type DemandSeries, dailyOf, periodsPerDay } from './demand-series.ts';
import { oddDays, trailingZeros } from './odd-days.ts';
import { unitChange } from './unit-change.ts';

/** Days a forecast rests on, at least: five weeks show a week and that it repeats. */
const FEWEST_DAYS = 35;
const LONGEST_GAP_DAYS = 14;
/** Medians of four weeks that differ by more than this are another unit or another product. */
const UNIT_CHANGE = 8;
const RECENT_DAYS = 28;
/** A week of zeros where zeros were rare is a file that ends before its calendar does. */
const ZERO_TAIL_DAYS = 7;
const RARE = 0.05;
/** Weekly and monthly totals have a value on fewer days than this share. */
const FEWEST_SHARE = 0.4;
const MOST_NAMED = 3;

/**
 * Reasons not to forecast from a series: too short, negative, all zero, constant, unknown at its end. One sentence each; empty when there are none.
 *
 * @example seriesProblems({ step: 'day', first: 0, values: new Float64Array(400) }, 28).length // => 1
 */
export function seriesProblems(series: DemandSeries, horizonDays: number): string[] {
  const { values } = series;
  const perDay = periodsPerDay(series.step);
  const known = values.filter(Number.isFinite);
  const needed = Math.max(FEWEST_DAYS, 2 * Math.min(horizonDays, 28)) * perDay;
  if (known.length < needed)
    return [`series: must have at least ${needed} known ${series.step}s for this horizon, got ${known.length}; give a longer history`];
  if (series.step === 'day' && known.length < FEWEST_SHARE * values.length)
    return [
      `series: must have a value on most days, got ${known.length} of ${values.length}; weekly or monthly totals cannot be forecast by day; give daily values`,
    ];
  if (known.some((value) => value < 0))
    return [`series: must not be negative, got ${Math.min(...known)}; demand is counted, check the column`];
  if (known.every((value) => value === 0)) return ['series: must not be zero throughout; check the column'];
  if (known.every((value) => value === known[0]))
    return [`series: must vary, got ${known[0]} in every ${series.step}; check the column, or plan with this constant`];
  const lastKnown = Array.from(values, Number.isFinite).lastIndexOf(true);
  const gap = (values.length - 1 - lastKnown) / perDay;
  if (gap > LONGEST_GAP_DAYS)
    return [`series: must be known near its end, got ${Math.floor(gap)} unknown days there; set --as-of to the last good day`];
  if (recent(values, perDay).every((value) => value === 0))
    return [`series: must not end in ${RECENT_DAYS} days of zero; set --as-of to the last day of the service, or give what replaced it`];
  return [...zeroTail(dailyOf(series, 'sum')), ...otherUnit(dailyOf(series, 'sum'))];
}

function zeroTail({ first, values }: DemandSeries): string[] {
  const tail = trailingZeros(values);
  const zeros = values.filter((value) => value === 0).length;
  if (tail < ZERO_TAIL_DAYS || zeros - tail > RARE * values.length) return [];
  const last = first + values.length - 1 - tail;
  return [`series: must not end in ${tail} days of zero when zeros were rare before; if the data end there, give --as-of ${dateOf(last)}`];
}

function otherUnit({ first, values }: DemandSeries): string[] {
  const change = unitChange(values);
  if (change === null) return [];
  const factor = change.factor >= 1 ? `${Math.round(change.factor)} times` : `1/${Math.round(1 / change.factor)} of`;
  return [
    `series: must be in one unit, got values from ${dateOf(first + change.at)} on that are about ${factor} those before; multiply one part, or begin the file there`,
  ];
}

const recent = (values: Float64Array, perDay: number): Float64Array => values.slice(-RECENT_DAYS * perDay).filter(Number.isFinite);

/**
 * Sentences about properties of the series that limit the forecast.
 *
 * @example seriesWarnings({ step: 'day', first: 0, values: Float64Array.from({ length: 800 }, (_, i) => (i === 5 ? NaN : 5 + (i % 7))) }).length // => 1
 */
export function seriesWarnings(series: DemandSeries): string[] {
  const { values } = series;
  const perDay = periodsPerDay(series.step);
  const days = values.length / perDay;
  const warnings: string[] = [];
  const missing = values.filter((value) => !Number.isFinite(value)).length;
  if (missing > 0) warnings.push(`${missing} of ${values.length} ${series.step}s are unknown; they were left out.`);
  if (days < 400) warnings.push(`History of ${Math.floor(days)} days: too short to learn the yearly season, and most holidays.`);
  const early = interpolatedQuantileOf(values.slice(0, Math.floor(values.length / 2)), 0.5);
  const late = interpolatedQuantileOf(recent(values, perDay), 0.5);
  const ratio = late / early;
  if (ratio > UNIT_CHANGE || ratio < 1 / UNIT_CHANGE)
    warnings.push(
      `The last four weeks are ${ratio.toPrecision(2)} times the first half: if the unit or the product changed, declare it with --break <date>.`,
    );
  const odd = series.step === 'day' ? oddDays(values) : [];
  if (odd.length > 0) {
    const named = odd.slice(0, MOST_NAMED).map((at) => `${dateOf(series.first + at)} (${values[at]})`);
    const more = odd.length > MOST_NAMED ? ` and ${odd.length - MOST_NAMED} more` : '';
    warnings.push(
      `Isolated days of at least twenty times the days around them: ${named.join(', ')}${more}. Check whether they are launches or typing errors.`,
    );
  }
  const zeros = values.filter((value) => value === 0).length;
  if (zeros > values.length / 20)
    warnings.push(`${zeros} ${series.step}s are zero: ${series.step}s of the same kind are forecast as closed with the same frequency.`);
  return warnings;
}
