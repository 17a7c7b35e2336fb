import type { DayComponents, ForecastReport } from '../../../models/results/forecast/forecast-report.ts';
import { sayAmount } from '../../../models/words/amount.ts';
import { dateAxis } from '../../charts/figure/date-axis.ts';
import { demandAxis } from '../../charts/figure/demand-axis.ts';
import type { Figure, Mark, Panel } from '../../charts/figure/figure.ts';
import { numberAxis } from '../../charts/figure/number-axis.ts';
import { bucketOf, thinPoints } from '../../charts/figure/thin-points.ts';
import { estimate } from '../../format/number.ts';
import { shortMonth } from '../../format/time/calendar-day.ts';

const DAYS_PER_MONTH = 30.4;

/** Trend, year and holidays as the regression sees them, over history and window; null where nothing explains days. */
export function componentsFigure({ components, document: { unit } }: ForecastReport, finding: string): Figure | null {
  if (components === null) return null;
  const { first, actual, trend, year, holiday } = components;
  const bucket = bucketOf(trend.length);
  const points = (values: readonly (number | null)[]) => thinPoints(values, bucket, (i) => i);
  const window: Mark = { kind: 'span', ink: 'phase', from: actual.length - 0.5, to: trend.length };
  const factors = (title: string, values: readonly number[], height: number): Panel => ({
    title,
    height,
    y: numberAxis([1, Math.min(...values), Math.max(...values)], 'factor on a usual day', 'factor', 3),
    labelled: false,
    marks: [window, { kind: 'line', label: title, ink: 'forecast', width: 1.5, points: points(values) }],
  });
  return {
    name: 'components',
    subtitle: `Demand by day and the parts that the regression sees in it; the window is shaded${bucket === 1 ? '' : `; highest of each ${bucket} days`}`,
    alt: finding,
    startedAt: first * 86_400_000,
    x: dateAxis(first, trend.length),
    panels: [
      {
        title: 'history and trend',
        height: 140,
        y: demandAxis([...actual, ...trend], unit),
        labelled: true,
        marks: [
          window,
          { kind: 'line', label: 'history', ink: 'waiting', width: 0.75, points: points(actual) },
          { kind: 'line', label: 'trend', ink: 'forecast', width: 2, points: points(trend) },
        ],
      },
      ...(year.some((factor) => Math.abs(factor - 1) > 1e-9) ? [factors('season of the year', year, 80)] : []),
      factors('holidays and the days around them', holiday, 100),
    ],
    phases: [],
    levels: [],
    table: { caption: 'Trend and season by month', header: ['month', 'usual day', 'season, factor'], rows: monthly(components) },
  };
}

function monthly({ first, trend, year }: DayComponents): string[][] {
  const months = Math.floor(trend.length / DAYS_PER_MONTH);
  return Array.from({ length: months }, (_, m) => {
    const at = Math.floor((m + 0.5) * DAYS_PER_MONTH);
    return [shortMonth(first + at), sayAmount(trend[at] ?? null), estimate(year[at] ?? null)];
  });
}
