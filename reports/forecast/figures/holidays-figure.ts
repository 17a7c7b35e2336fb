import type { ForecastReport, HolidayPast } from '../../../models/results/forecast/forecast-report.ts';
import { plural, sayCount } from '../../../models/words/count.ts';
import type { Figure, Mark, Panel, Table } from '../../charts/figure/figure.ts';
import { numberAxis } from '../../charts/figure/number-axis.ts';
import { estimate } from '../../format/number.ts';
import { dayText } from '../../format/time/calendar-day.ts';
import { calendarName } from './calendar-name.ts';

/** Panels of a figure; the table has the rest. */
const MOST_PANELS = 4;

/** The holidays a reader has to see first: the widest reach, then the earliest. */
const shown = (holidays: readonly HolidayPast[]): readonly HolidayPast[] =>
  [...holidays].sort((a, b) => b.offsets.length - a.offsets.length || a.day - b.day).slice(0, MOST_PANELS);

/** Each holiday that touches the window: the range of its past occurrences by distance, and what is expected now; null without one. */
export function holidaysFigure({ holidays }: ForecastReport, finding: string): Figure | null {
  const charted = shown(holidays.filter(({ offsets }) => offsets.some(({ seen, expected }) => seen !== null || expected !== null)));
  if (charted.length === 0) return null;
  const reach = Math.max(1, ...charted.map(({ offsets }) => (offsets.length - 1) / 2));
  const ticks = Array.from({ length: 2 * reach + 1 }, (_, i) => ({ value: i + 0.5, label: signed(i - reach) }));
  return {
    name: 'holidays',
    subtitle:
      'Factor on the same weekday two and three weeks before and after, by days from the holiday: range and median of past occurrences, and the median forecast; of two that lie close, each shows the effect of both',
    alt: finding,
    startedAt: 0,
    x: { scale: 'linear', min: 0, max: 2 * reach + 1, ticks, title: 'days from the holiday', reads: 'rank' },
    panels: charted.map((one) => panel(one, reach)),
    phases: [],
    levels: [],
    table: holidaysTable(holidays),
  };
}

const signed = (offset: number): string => (offset === 0 ? 'day 0' : offset < 0 ? `−${-offset}` : `+${offset}`);

function panel({ name, day, offsets }: HolidayPast, reach: number): Panel {
  const at = (offset: number): number => offset + reach + 0.5;
  const values = offsets.flatMap(({ expected, seen }) => [
    ...(expected === null ? [] : [expected]),
    ...(seen ? [seen.low, seen.high] : []),
  ]);
  const occurrences = Math.max(0, ...offsets.map(({ seen }) => seen?.occurrences ?? 0));
  const bars = offsets.flatMap(({ offset, seen }): Mark[] =>
    seen === null ? [] : [{ kind: 'span', ink: 'fan-core', from: at(offset) - 0.3, to: at(offset) + 0.3, low: seen.low, high: seen.high }],
  );
  return {
    title: `${calendarName(name)} on ${dayText(day)}, ${plural(occurrences, 'past occurrence', 'past occurrences')}`,
    height: 120,
    y: numberAxis([1, ...values], 'factor', 'factor', 4),
    labelled: true,
    marks: [
      ...bars,
      {
        kind: 'line',
        label: 'usual',
        ink: 'waiting',
        width: 1,
        dash: [3, 3],
        points: [
          [0, 1],
          [2 * reach + 1, 1],
        ],
      },
      {
        kind: 'line',
        label: 'median seen',
        ink: 'ink',
        width: 1,
        points: offsets.map(({ offset, seen }) => [at(offset), seen?.median ?? null]),
      },
      { kind: 'line', label: 'expected', ink: 'limit', width: 2, points: offsets.map(({ offset, expected }) => [at(offset), expected]) },
    ],
  };
}

function holidaysTable(holidays: readonly HolidayPast[]): Table {
  const rows = holidays.flatMap(({ name, day, offsets }) =>
    offsets.map(({ offset, expected, seen }) => [
      calendarName(name),
      dayText(day + offset),
      signed(offset),
      estimate(expected),
      seen === null ? 'never seen' : sayCount(seen.occurrences),
      estimate(seen?.low ?? null),
      estimate(seen?.median ?? null),
      estimate(seen?.high ?? null),
    ]),
  );
  return {
    caption: 'Holidays and the days around them, factors on the same weekday of other weeks',
    header: ['holiday', 'day', 'distance', 'expected', 'past occurrences', 'lowest', 'median', 'highest'],
    rows,
  };
}
