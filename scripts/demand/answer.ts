import type { ReferenceLoads } from '../../models/demand/peak/reference-loads.ts';
import type { ForecastDocument } from '../../models/results/forecast/forecast.ts';
import { readable, readableQuantiles, readableShare } from '../terminal/readable.ts';
import { sparkline } from './sparkline.ts';

const SPARK_WIDTH = 56;
const MOST_ROWS = 7;

/** Highest value of each of `width` neighbouring parts, so that a long forecast fits on a line and keeps its peaks. */
function condensed(values: readonly number[], width: number): number[] {
  const size = Math.ceil(values.length / width);
  return Array.from({ length: Math.ceil(values.length / size) }, (_, i) => Math.max(...values.slice(i * size, (i + 1) * size)));
}

/** Terminal lines of a forecast: sentences on the peak, a sparkline, and a table of the highest periods. */
export function answer(document: ForecastDocument, past: ReferenceLoads): string[] {
  const { peak, points, backtest, events, unit } = document;
  const [likely] = peak.likelyAt;
  const driven = events.filter(({ factor }) => factor !== null && Math.abs(Math.log(factor)) > 0.03);
  const lines = [
    `The peak of ${document.series} between ${peak.window.from} and ${peak.window.to} is ${readableQuantiles(peak)}${unit === '' ? '' : ` ${unit}`}.`,
    `It most likely falls on ${likely?.time ?? 'no particular day'}${likely === undefined ? '' : ` (${readableShare(likely.probability)})`}; ${drivers(driven)}.`,
    backtest.origins === 0
      ? 'The history is too short to measure how accurate such forecasts are.'
      : `Backtest of ${backtest.origins} past windows: the peak was at or below P90 in ${readableShare(backtest.peakCover.p90)} of them; MASE ${backtest.mase === null ? 'unknown' : readable(backtest.mase)}; the median peak was off by ${readableShare(backtest.peakBias)} on average.`,
  ];
  if (document.peakHour !== undefined)
    lines.push(`Busiest hour of the peak day: ${readableQuantiles(document.peakHour)}, around ${document.peakHour.hour}:00.`);
  if (document.peakSecond !== undefined)
    lines.push(
      `Busiest second of that hour: ${readableQuantiles(document.peakSecond)} (variance/mean ${document.peakSecond.varianceToMean}, ${document.peakSecond.kind}).`,
    );
  lines.push(reference(past));
  lines.push(
    '',
    sparkline(
      condensed(
        points.map(({ p50 }) => p50),
        SPARK_WIDTH,
      ),
    ),
    '',
    ...table(document),
    '',
  );
  for (const warning of document.warnings) lines.push(`Note: ${warning}`);
  lines.push(`Method: ${document.method}.`, `Calendar: ${document.calendarVersion}; data to ${document.asOf}.`);
  return lines;
}

/** Sentence on the highest days of the last year, by which networks are traditionally dimensioned. */
const reference = ({ highest, top5, top30, p95 }: ReferenceLoads): string =>
  `Last year, for comparison: highest day ${readable(highest)}, mean of the five highest ${readable(top5)}, mean of the thirty highest ${readable(top30)}, 95th percentile ${readable(p95)}.`;

function drivers(events: ForecastDocument['events']): string {
  if (events.length === 0) return 'no holiday or event in the calendar affects it';
  const named = events.map(({ name, time, factor, seen }) => {
    const range =
      seen === null ? 'no past occurrence' : `${readable(seen.low)} to ${readable(seen.high)} in ${seen.occurrences} past occurrences`;
    return `${name} on ${time} (×${readable(factor ?? 1)} that day; ${range})`;
  });
  return `holidays and events in the window: ${named.join(', ')}`;
}

/** The highest periods, in order of time. */
function table({ points }: ForecastDocument): string[] {
  const highest = [...points].sort((a, b) => b.p50 - a.p50).slice(0, MOST_ROWS);
  const rows = points
    .filter((point) => highest.includes(point))
    .map(({ time, p05, p50, p90, p99 }) => [time, readable(p05), readable(p50), readable(p90), readable(p99)]);
  const all = [['highest', 'P5', 'P50', 'P90', 'P99'], ...rows];
  const widths = all[0]!.map((_, c) => Math.max(...all.map((row) => row[c]!.length)));
  return all.map((row) => row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]! + 2))).join(''));
}
