import type { ForecastReport } from '../../../models/results/forecast/forecast-report.ts';
import type { Figure, Mark } from '../../charts/figure/figure.ts';
import { amountAxis } from '../../charts/figure/ticks.ts';
import { estimate } from '../../format/number.ts';
import { weekdayLong, weekdayName } from '../../format/time/calendar-day.ts';

const WEEK = 7;
/** 1970-01-05 was a Monday. */
const MONDAY = 4;

/** Factor of each weekday on the mean of the week, Monday first; empty where nothing explains days. */
export function weekFactors({ components }: ForecastReport): { readonly name: string; readonly long: string; readonly factor: number }[] {
  if (components === null) return [];
  const { first, week } = components;
  return Array.from({ length: WEEK }, (_, d) => {
    const at = (((MONDAY + d - first) % WEEK) + WEEK) % WEEK;
    return { name: weekdayName(MONDAY + d), long: weekdayLong(MONDAY + d), factor: week[at] ?? 1 };
  });
}

/** The week as bars; null where nothing explains days. */
export function weekFigure(report: ForecastReport, finding: string): Figure | null {
  const factors = weekFactors(report);
  if (factors.length === 0) return null;
  return {
    name: 'week',
    subtitle: 'Weekdays as factors on the mean of the week, without season and holidays',
    alt: finding,
    startedAt: 0,
    x: {
      scale: 'linear',
      min: 0,
      max: WEEK,
      ticks: factors.map(({ name, factor }, d) => ({ value: d + 0.5, label: [name, `×${estimate(factor)}`] })),
      title: 'weekday',
      reads: 'rank',
    },
    panels: [
      {
        title: 'the week',
        height: 120,
        y: amountAxis(Math.max(...factors.map(({ factor }) => factor)), 'factor on a usual day', 'factor'),
        labelled: false,
        marks: factors.map(
          ({ factor }, d): Mark => ({ kind: 'span', ink: 'fan-core', from: d + 0.15, to: d + 0.85, low: 0, high: factor }),
        ),
      },
    ],
    phases: [],
    levels: [],
    table: { caption: 'The week', header: ['weekday', 'factor'], rows: factors.map(({ name, factor }) => [name, estimate(factor)]) },
  };
}
