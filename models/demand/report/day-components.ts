import type { DayComponents } from '../../results/forecast/forecast-report.ts';
import type { Component } from '../components/daily/daily-design.ts';
import type { DailyHistory } from '../components/daily/daily-history.ts';
import { componentSum, type DailyRidge } from '../components/daily/daily-ridge.ts';

const WEEK = 7;
const YEAR = 365;

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The regression taken apart, day by day. Week and year are measured from their own means (of the last week and year of the history), which go to the
 * trend: so a factor of 1 is a usual day.
 */
export function dayComponents(history: DailyHistory, ridge: DailyRidge): DayComponents {
  const days = history.known.length;
  const part = (component: Component): Float64Array => componentSum(ridge, [component]);
  const [week, year] = [part('week'), part('year')];
  const weekMean = meanOf(week.subarray(Math.max(0, days - WEEK), days));
  const yearMean = meanOf(year.subarray(Math.max(0, days - YEAR), days));
  const factors = (logs: Float64Array, mean = 0): number[] => Array.from(logs, (log) => Math.exp(log - mean));
  return {
    first: history.first,
    actual: Array.from(history.known, (log) => (Number.isFinite(log) ? Math.exp(log) : null)),
    trend: factors(part('trend'), -(ridge.fit.level + weekMean + yearMean)),
    year: factors(year, yearMean),
    week: factors(week, weekMean),
    month: factors(part('month')),
    holiday: factors(ridge.holiday),
  };
}
