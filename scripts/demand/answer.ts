import type { ForecastDocument } from '../../models/results/forecast/forecast.ts';
import type { ForecastReport } from '../../models/results/forecast/forecast-report.ts';
import { sayAmount } from '../../models/words/amount.ts';
import { coincidenceSentence, driversSentence } from '../../reports/forecast/driver-words.ts';
import { eventsSentence } from '../../reports/forecast/event-sentences.ts';
import { hourSentence, lastYearSentence, peakSentence, trustSentence } from '../../reports/forecast/forecast-sentences.ts';
import { sparkline } from './sparkline.ts';

const SPARK_WIDTH = 56;
const MOST_ROWS = 7;

/** Highest value of each of `width` neighbouring parts, so that a long forecast fits on a line and keeps its peaks. */
function condensed(values: readonly number[], width: number): number[] {
  const size = Math.ceil(values.length / width);
  return Array.from({ length: Math.ceil(values.length / size) }, (_, i) => Math.max(...values.slice(i * size, (i + 1) * size)));
}

/** Terminal lines of a forecast: the sentences of its page, a sparkline, and a table of the highest periods. */
export function answer(report: ForecastReport): string[] {
  const { document } = report;
  const sentences = [
    peakSentence(report),
    driversSentence(report),
    eventsSentence(report),
    coincidenceSentence(report),
    trustSentence(report),
    hourSentence(report),
    lastYearSentence(report),
    meansSentence(report),
  ];
  const medians = document.points.map(({ p50 }) => p50);
  return [
    // A terminal has no space that keeps a unit on its line.
    ...sentences.flatMap((one) => (one === null ? [] : [`${one.replaceAll('\u00a0', ' ')}.`])),
    '',
    sparkline(condensed(medians, SPARK_WIDTH)),
    '',
    ...table(document),
    '',
    ...document.warnings.map((warning) => `Note: ${warning}`),
    `Method: ${document.method}.`,
    `Calendar: ${document.calendarVersion}; data to ${document.asOf}.`,
  ];
}

/** The high days of the last year, by which networks are traditionally dimensioned. */
const meansSentence = ({ lastYear: { top5, top30, p95 } }: ForecastReport): string =>
  `Its five highest days had a mean of ${sayAmount(top5)}, its thirty highest ${sayAmount(top30)}; its 95th percentile was ${sayAmount(p95)}`;

/** The highest periods, in order of time. */
function table({ points }: ForecastDocument): string[] {
  const highest = [...points].sort((a, b) => b.p50 - a.p50).slice(0, MOST_ROWS);
  const rows = points
    .filter((point) => highest.includes(point))
    .map(({ time, p05, p50, p90, p99 }) => [time, sayAmount(p05), sayAmount(p50), sayAmount(p90), sayAmount(p99)]);
  const all = [['highest', 'P5', 'P50', 'P90', 'P99'], ...rows];
  const widths = all[0]!.map((_, c) => Math.max(...all.map((row) => row[c]!.length)));
  return all.map((row) => row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]! + 2))).join(''));
}
