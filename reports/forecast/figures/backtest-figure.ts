import type { BacktestRow, ForecastReport } from '../../../models/results/forecast/forecast-report.ts';
import { sayAmount } from '../../../models/words/amount.ts';
import { dateAxis } from '../../charts/figure/date-axis.ts';
import { demandAxis } from '../../charts/figure/demand-axis.ts';
import type { Figure, Mark, Panel, Table } from '../../charts/figure/figure.ts';
import { numberAxis } from '../../charts/figure/number-axis.ts';
import { bucketOf, thinPoints } from '../../charts/figure/thin-points.ts';
import { againstText } from '../../format/amounts.ts';
import { estimate } from '../../format/number.ts';
import { dayText } from '../../format/time/calendar-day.ts';
import { calendarName } from './calendar-name.ts';

const SUBTITLE =
  'Forecasts of the past, each with nothing but what was known at its start; above each window the MASE of the forecast | of the seasonal naive';

/** Forecasts of the past against what came, by origin, and the peak of each window against its quantiles; null without any. */
export function backtestFigure({ backtest, step, document: { unit } }: ForecastReport, finding: string): Figure | null {
  const [earliest] = backtest;
  const latest = backtest.at(-1);
  if (earliest === undefined || latest === undefined) return null;
  const perDay = step === 'day' ? 1 : 24;
  const periods = latest.first + latest.actual.length - earliest.first;
  const bucket = bucketOf(periods);
  const at = (row: BacktestRow) => (row.first - earliest.first) / perDay;
  const line: LineOf = (values) => backtest.flatMap((row) => thinPoints(values(row), bucket, (k) => at(row) + k / perDay));
  return {
    name: 'backtest',
    subtitle: SUBTITLE,
    alt: finding,
    startedAt: (earliest.first / perDay) * 86_400_000,
    x: dateAxis(earliest.first / perDay, periods / perDay),
    panels: [said(backtest, unit, line), peaks(backtest, at, perDay)],
    phases: backtest.map((row, i) => ({
      name: `${estimate(row.mase)} | ${estimate(row.naiveMase)}`,
      from: at(row),
      to: at(row) + row.actual.length / perDay,
      shaded: i % 2 === 0,
    })),
    levels: [],
    table: backtestTable(backtest, perDay),
  };
}

const everything = (backtest: readonly BacktestRow[]): (number | null)[] =>
  backtest.flatMap((row) => [...row.actual, ...row.said.map(({ p95 }) => p95)]);

/** Points of all windows, of the values that each has. */
type LineOf = (values: (row: BacktestRow) => readonly (number | null)[]) => ReturnType<typeof thinPoints>;

function said(backtest: readonly BacktestRow[], unit: string, line: LineOf): Panel {
  const of = (quantile: 'p05' | 'p50' | 'p95') => line((row) => row.said.map((point) => point[quantile]));
  return {
    title: 'forecast and what came',
    height: 190,
    y: demandAxis(everything(backtest), unit),
    labelled: true,
    marks: [
      { kind: 'line', label: '', ink: 'fan', width: 1, points: of('p05') },
      { kind: 'area', label: 'P5 to P95', ink: 'fan', fill: 'fan', above: 1, points: of('p95') },
      { kind: 'line', label: 'P50', ink: 'forecast', width: 1.5, points: of('p50') },
      { kind: 'line', label: 'what came', ink: 'ink', width: 1, points: line((row) => row.actual) },
    ],
  };
}

/** In percent of the peak that came: windows of different height are compared, and the truth is one line. */
function peaks(backtest: readonly BacktestRow[], at: (row: BacktestRow) => number, perDay: number): Panel {
  const known = backtest.flatMap((row) => {
    if (row.peak === null || row.peak.actual === 0) return [];
    const share = (value: number): number => (100 * value) / (row.peak?.actual ?? 1);
    const { p50, p90, p99 } = row.peak;
    return [{ from: at(row), to: at(row) + row.actual.length / perDay, p50: share(p50), p90: share(p90), p99: share(p99) }];
  });
  const bars = known.flatMap(({ from, to, p50, p90, p99 }): Mark[] => [
    { kind: 'span', ink: 'fan-core', from, to, low: p50, high: p90 },
    { kind: 'span', ink: 'fan', from, to, low: p90, high: p99 },
  ]);
  const end = known.at(-1)?.to ?? 1;
  const flat = (label: string, of: 'p50' | 'p90'): Mark => ({
    kind: 'line',
    label,
    ink: 'forecast',
    width: of === 'p50' ? 2 : 1,
    points: known.flatMap((one) => [[one.from, one[of]] as const, [one.to, one[of]] as const, [one.to, null] as const]),
  });
  return {
    title: 'peak of each window: P50 to P90 to P99',
    height: 110,
    y: numberAxis([100, ...known.flatMap(({ p50, p99 }) => [p50, p99])], '% of the peak that came', 'percent', 3),
    labelled: true,
    marks: [
      ...bars,
      flat('P50', 'p50'),
      flat('P90', 'p90'),
      { kind: 'line', label: 'what came', ink: 'ink', width: 2, points: [0, end].map((x) => [x, 100] as const) },
    ],
  };
}

function backtestTable(backtest: readonly BacktestRow[], perDay: number): Table {
  return {
    caption: 'Forecasts of the past, by first day',
    header: ['from', 'festival', 'MASE', 'MASE of seasonal naive', 'peak that came', 'P50', 'P90', 'P99', 'P50 against it', 'within P90'],
    rows: backtest.map(({ first, festivals, mase, naiveMase, peak }) => [
      dayText(first / perDay),
      festivals.map(calendarName).join(', ') || 'none',
      estimate(mase),
      estimate(naiveMase),
      ...(peak === null
        ? ['–', '–', '–', '–', '–', '–']
        : [
            ...[peak.actual, peak.p50, peak.p90, peak.p99].map(sayAmount),
            peak.actual === 0 ? '–' : againstText(peak.p50 / peak.actual),
            peak.actual <= peak.p90 ? 'yes' : 'no',
          ]),
    ]),
  };
}
