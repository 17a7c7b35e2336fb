import type { ForecastReport } from '../../../models/results/forecast/forecast-report.ts';
import { sayAmount } from '../../../models/words/amount.ts';
import type { CurveSpec } from '../../../models/workload/arrivals/curve-spec.ts';
import type { Figure, Mark } from '../../charts/figure/figure.ts';
import { compact } from '../../charts/figure/points.ts';
import { amountAxis } from '../../charts/figure/ticks.ts';

const SECONDS_PER_HOUR = 3600;
const SHOWN = ['p50', 'p90', 'p99'] as const;

const pointsOf = (curve: CurveSpec | undefined): readonly (readonly [number, number])[] =>
  curve?.shape === 'piecewise' ? curve.points.map(([at, rate]) => [at / SECONDS_PER_HOUR, compact(rate)]) : [];

/** The peak day by hour, in arrivals a second; null where hours are not known. */
export function hourFigure({ document: { curves } }: ForecastReport, finding: string): Figure | null {
  const lines = SHOWN.map((name) => ({ name: name.toUpperCase(), points: pointsOf(curves?.[name]) }));
  const most = Math.max(0, ...lines.flatMap(({ points }) => points.map(([, rate]) => rate)));
  if (most === 0) return null;
  const hours = Array.from({ length: 13 }, (_, i) => ({ value: 2 * i, label: `${String(2 * i).padStart(2, '0')}:00` }));
  const marks = lines.map(
    ({ name, points }, i): Mark => ({
      kind: 'line',
      label: name,
      ink: 'forecast',
      width: 2 - 0.5 * i,
      dash: i === 0 ? [] : [6 - 2 * i, 3],
      points,
    }),
  );
  return {
    name: 'peak-day',
    subtitle: 'Arrivals a second through the peak day, by hour: the shape of past days of that kind, its busiest hour at each quantile',
    alt: finding,
    startedAt: 0,
    x: { scale: 'linear', min: 0, max: 24, ticks: hours, title: 'hour of the day, local time', reads: 'rank' },
    panels: [{ title: 'the peak day', height: 160, y: amountAxis(most, 'arrivals per second', 'rate'), labelled: true, marks }],
    phases: [],
    levels: [],
    table: {
      caption: 'The peak day by hour, arrivals per second',
      header: ['hour', ...lines.map(({ name }) => name)],
      rows: (lines[0]?.points ?? []).map(([at], i) => [`${at}:00`, ...lines.map(({ points }) => sayAmount(points[i]?.[1] ?? null))]),
    },
  };
}
