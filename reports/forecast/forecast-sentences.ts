import type { ForecastReport } from '../../models/results/forecast/forecast-report.ts';
import { sayCount } from '../../models/words/count.ts';
import { againstText, chanceText, changeText, demandText } from '../format/amounts.ts';
import { estimate } from '../format/number.ts';
import { shorten } from '../format/shorten.ts';
import { dayOfTime, dayWords, weekdayLong } from '../format/time/calendar-day.ts';
import { calendarName } from './figures/calendar-name.ts';

const LONGEST_NAME = 60;
/** A change smaller than this drives nothing. */
const NOTABLE = 0.02;
const MOST_DRIVERS = 4;

/** What the series is called, cut when long. */
export const seriesName = ({ document }: ForecastReport): string => shorten(document.series, LONGEST_NAME);

/** The answer: how high, and when. */
export function peakSentence(report: ForecastReport): string {
  const { peak, unit } = report.document;
  const [likely] = peak.likelyAt;
  const when = likely === undefined ? '' : `, most likely on ${dayWords(dayOfTime(likely.time))} (${chanceText(likely.probability)})`;
  const { from, to } = peak.window;
  return `The peak of ${seriesName(report)} from ${dayWords(dayOfTime(from))} to ${dayWords(dayOfTime(to))} will be ${demandText(peak.p50, unit)} at P50, ${estimate(peak.p90)} at P90 and ${estimate(peak.p99)} at P99${when}`;
}

/** Factors on a usual day that make the likeliest day what it is, the strongest first. */
function driversOf({ components, days, document, holidays }: ForecastReport): { readonly name: string; readonly factor: number }[] {
  const [likely] = document.peak.likelyAt;
  if (components === null || likely === undefined) return [];
  const day = Math.floor(dayOfTime(likely.time));
  const at = day - components.first;
  const names = days.find((one) => one.day === day)?.names.map(calendarName) ?? [];
  const holiday = names.length > 0 ? names.join(' and ') : nearestHoliday(holidays, day);
  const drivers = [
    { name: `being a ${weekdayLong(day)}`, factor: components.week[at] ?? 1 },
    { name: 'the season', factor: components.year[at] ?? 1 },
    { name: holiday, factor: components.holiday[at] ?? 1 },
    { name: 'the day of the month', factor: components.month[at] ?? 1 },
  ];
  return drivers
    .filter(({ factor }) => Math.abs(factor - 1) >= NOTABLE)
    .sort((a, b) => Math.abs(Math.log(b.factor)) - Math.abs(Math.log(a.factor)));
}

function nearestHoliday(holidays: ForecastReport['holidays'], day: number): string {
  const [nearest] = holidays
    .filter(({ offsets, day: zero }) => offsets.some(({ offset }) => zero + offset === day))
    .sort((a, b) => Math.abs(a.day - day) - Math.abs(b.day - day));
  if (nearest === undefined || nearest.day === day) return 'holidays near it';
  const distance = Math.abs(nearest.day - day);
  return `being ${distance} ${distance === 1 ? 'day' : 'days'} ${nearest.day > day ? 'before' : 'after'} ${calendarName(nearest.name)}`;
}

/** What drives the peak. */
export function driversSentence(report: ForecastReport): string {
  const drivers = driversOf(report).slice(0, MOST_DRIVERS);
  if (drivers.length === 0)
    return 'No weekday, season or holiday stands out on the likeliest day: its height is the level of the series and chance';
  return `On the likeliest day: ${drivers.map(({ name, factor }) => `${name} ${changeText(factor)}`).join(', ')} against a usual day`;
}

/** Against the highest day of the last year, which is what people plan by. */
export function lastYearSentence({ document: { peak, unit }, lastYear, step }: ForecastReport): string {
  if (!(lastYear.highest > 0)) return 'Nothing is known of the last year';
  return `The highest ${step} of the last year was ${demandText(lastYear.highest, unit)}: the P90 of the coming peak is ${againstText(peak.p90 / lastYear.highest)} it`;
}

const mean = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
};

/** Whether to believe it: forecasts of the past against what came, and against repeating the last week. */
export function trustSentence({ backtest }: ForecastReport): string {
  const peaks = backtest.flatMap(({ peak }) => (peak === null ? [] : [peak]));
  const [mase, naive] = [mean(backtest.map((row) => row.mase)), mean(backtest.map((row) => row.naiveMase))];
  if (peaks.length === 0 || mase === null || naive === null)
    return 'Its accuracy is not known: the history is too short to try such forecasts on the past';
  const held = peaks.filter(({ actual, p90 }) => actual <= p90).length;
  const better =
    mase < naive
      ? `erred ${sayCount(100 * (1 - mase / naive))} % less than repeating the last week`
      : 'were no better than repeating the last week: plan with the highest of the last year beside it';
  return `In ${held} of ${peaks.length} forecasts of the past the peak stayed at or below P90, and they ${better} (MASE ${estimate(mase)} against ${estimate(naive)})`;
}
