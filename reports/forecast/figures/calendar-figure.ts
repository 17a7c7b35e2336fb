import type { ForecastReport } from '../../../models/results/forecast/forecast-report.ts';
import { sayAmount } from '../../../models/words/amount.ts';
import { sayShare } from '../../../models/words/share.ts';
import { dateAxis } from '../../charts/figure/date-axis.ts';
import type { Figure, Mark } from '../../charts/figure/figure.ts';
import { amountAxis } from '../../charts/figure/ticks.ts';
import { estimate } from '../../format/number.ts';
import { dayText } from '../../format/time/calendar-day.ts';
import { calendarName } from './calendar-name.ts';

/** Which day of the window will be the highest. */
export function calendarFigure({ days }: ForecastReport, finding: string): Figure {
  const first = days[0]?.day ?? 0;
  const most = 100 * Math.max(...days.map(({ probability }) => probability));
  const bars = days.flatMap(({ day, off, probability }): Mark[] => [
    ...(off ? [{ kind: 'span', ink: 'phase', from: day - first, to: day - first + 1 } as const] : []),
    { kind: 'span', ink: 'fan-core', from: day - first + 0.1, to: day - first + 0.9, low: 0, high: 100 * probability },
  ]);
  return {
    name: 'calendar',
    subtitle: 'Chance of each day of the window to be the highest; days off shaded',
    alt: finding,
    startedAt: first * 86_400_000,
    x: dateAxis(first, days.length),
    panels: [
      { title: 'when the peak comes', height: 120, y: amountAxis(most, '% of the futures', 'percent', 3), labelled: false, marks: bars },
    ],
    phases: [],
    levels: [],
    table: {
      caption: 'The days of the window',
      header: ['day', 'calendar', 'P50', 'P90', 'factor of holidays', 'chance of the peak'],
      rows: days.map(({ day, names, p50, p90, factor, probability }) => [
        dayText(day),
        names.map(calendarName).join(', '),
        sayAmount(p50),
        sayAmount(p90),
        estimate(factor),
        sayShare(probability),
      ]),
    },
  };
}
