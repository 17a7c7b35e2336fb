import type { ForecastReport, HolidayPast, PeriodLine } from '../../../models/results/forecast/forecast-report.ts';
import { sayAmount } from '../../../models/words/amount.ts';
import { dateAxis } from '../../charts/figure/date-axis.ts';
import { demandAxis } from '../../charts/figure/demand-axis.ts';
import type { Figure, Mark, Table } from '../../charts/figure/figure.ts';
import { bucketOf, thinPoints } from '../../charts/figure/thin-points.ts';
import { dayText } from '../../format/time/calendar-day.ts';
import { calendarName } from './calendar-name.ts';

/** Share of the width behind the window for the distribution of the peak. */
const ROOM = 0.1;
/** Part of the width that a letter of a name takes on a narrow page: names must not cover each other. */
const PER_LETTER = 0.018;
/** Festivals are named before single days, and days off before events of the team. */
const byReach = (a: HolidayPast, b: HolidayPast): number =>
  Number(a.isEvent) - Number(b.isEvent) || b.offsets.length - a.offsets.length || a.day - b.day;

/** History and fan, with the distribution of the peak sideways at the right edge. */
export function fanFigure(report: ForecastReport, finding: string): Figure {
  const { document, tail, yearBefore, step } = report;
  const perDay = step === 'day' ? 1 : 24;
  const [total, first] = [tail.values.length + document.points.length, tail.first / perDay];
  const bucket = bucketOf(total);
  const room = (ROOM * total) / perDay;
  const of = (quantile: 'p05' | 'p50' | 'p80' | 'p95') =>
    thinPoints(
      document.points.map((point) => point[quantile]),
      bucket,
      (k) => (tail.values.length + k) / perDay,
    );
  const past = (values: PeriodLine['values']) => thinPoints(values, bucket, (i) => i / perDay);
  const y = demandAxis(
    [...tail.values, ...yearBefore.values, document.peak.p99, ...document.points.map((point) => point.p95)],
    document.unit,
  );
  const marks: Mark[] = [
    ...holidayMarks(report, first, y.max, total / perDay),
    ...(yearBefore.values.every((value) => value === null)
      ? []
      : [{ kind: 'line', label: 'a year before', ink: 'waiting', width: 1, dash: [3, 3], points: past(yearBefore.values) } as const]),
    { kind: 'line', label: '', ink: 'fan', width: 1, points: of('p05') },
    { kind: 'area', label: 'P5 to P95', ink: 'fan', fill: 'fan', above: 1, points: of('p95') },
    { kind: 'line', label: 'P50', ink: 'forecast', width: 2, points: of('p50') },
    { kind: 'area', label: 'P50 to P80', ink: 'fan', fill: 'fan-core', above: 1, points: of('p80') },
    { kind: 'line', label: 'history', ink: 'ink', width: 1, points: past(tail.values) },
    ...density(report, total / perDay, room),
  ];
  return {
    name: 'fan',
    subtitle: `Demand by ${step}: history, the same weekdays a year before, and the forecast; days off shaded; at the right edge the distribution of the peak${eachOf(bucket, step)}`,
    alt: finding,
    startedAt: first * 86_400_000,
    x: dateAxis(first, total / perDay, room),
    panels: [{ title: 'demand', height: 260, y, marks, labelled: true }],
    phases: [],
    levels: [],
    table: fanTable(report),
  };
}

const eachOf = (bucket: number, step: string): string => (bucket === 1 ? '' : `; highest of each ${bucket} ${step}s`);

function holidayMarks({ days, holidays }: ForecastReport, first: number, top: number, total: number): Mark[] {
  const spans = days
    .filter(({ off }) => off)
    .map(({ day }): Mark => ({ kind: 'span', ink: 'phase', from: day - first - 0.5, to: day - first + 0.5 }));
  const [from, to] = [days[0]?.day ?? 0, days.at(-1)?.day ?? 0];
  const named: HolidayPast[] = [];
  const isFree = (one: HolidayPast): boolean =>
    named.every(
      (other) =>
        Math.abs(other.day - one.day) > (PER_LETTER * total * (calendarName(one.name).length + calendarName(other.name).length)) / 2,
    );
  for (const one of holidays.filter(({ day }) => day >= from && day <= to).sort(byReach)) if (isFree(one)) named.push(one);
  return [
    ...spans,
    ...named.map(({ name, day }): Mark => ({ kind: 'note', text: calendarName(name), x: day - first, y: 0.015 * top, anchor: 'above' })),
  ];
}

function density({ bins, document: { peak } }: ForecastReport, from: number, room: number): Mark[] {
  const most = Math.max(...bins.map(({ share }) => share));
  const bars = bins.map(
    (bin): Mark => ({ kind: 'span', ink: 'fan-core', from, to: from + (room * bin.share) / most, low: bin.from, high: bin.to }),
  );
  const line = (label: string, value: number): Mark => ({
    kind: 'line',
    label,
    ink: 'limit',
    width: 1.5,
    points: [
      [from, value],
      [from + room, value],
    ],
  });
  return [...bars, line('peak P50', peak.p50), line('peak P90', peak.p90), line('peak P99', peak.p99)];
}

function fanTable({ document: { points, unit }, days, step }: ForecastReport): Table {
  const most = 62;
  const stride = Math.ceil(points.length / most);
  const first = days[0]?.day ?? 0;
  const start = step === 'day' ? first : first + Number(points[0]?.time.slice(11, 13) ?? 0) / 24;
  const rows = points.flatMap((point, k) => {
    if (k % stride !== 0) return [];
    const { p05, p50, p80, p90, p95, p99 } = point;
    return [[dayText(start + k / (step === 'day' ? 1 : 24)), ...[p05, p50, p80, p90, p95, p99].map(sayAmount)]];
  });
  const caption = stride === 1 ? `Forecast by ${step}` : `Forecast, one ${step} in ${stride}; forecast.json has all`;
  return { caption: unit === '' ? caption : `${caption}, ${unit}`, header: ['time', 'P5', 'P50', 'P80', 'P90', 'P95', 'P99'], rows };
}
