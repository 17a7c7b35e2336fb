import type { ForecastReport } from '../../models/results/forecast/forecast-report.ts';
import { sayAmount } from '../../models/words/amount.ts';
import { sayCount } from '../../models/words/count.ts';
import { againstText, chanceText, demandText } from '../format/amounts.ts';
import { estimate } from '../format/number.ts';
import { shorten } from '../format/shorten.ts';
import { dayOfTime, dayWords } from '../format/time/calendar-day.ts';
import { calendarName } from './figures/calendar-name.ts';

const LONGEST_NAME = 60;
const YEAR = 365;
/** Days to both sides of a festival on which its peaks lie. */
const NEAR = 3;

/** What the series is called, cut when long. */
export const seriesName = ({ document }: ForecastReport): string => shorten(document.series, LONGEST_NAME);

/** The answer: how high, and when. */
export function peakSentence(report: ForecastReport): string {
  const { peak, unit } = report.document;
  const [likely] = peak.likelyAt;
  const when = likely === undefined ? '' : `, most likely on ${dayWords(dayOfTime(likely.time))} (${chanceText(likely.probability)})`;
  const { from, to } = peak.window;
  return `The peak of ${seriesName(report)} from ${dayWords(dayOfTime(from))} to ${dayWords(dayOfTime(to))} will be ${demandText(peak.p50, unit)} at P50, ${sayAmount(peak.p90)} at P90 and ${sayAmount(peak.p99)} at P99${when}`;
}

/** The level of a usual day over that of a year ago; null where that is not known. */
export function growthOf({ components }: ForecastReport): number | null {
  const now = components?.trend[components.actual.length - 1];
  const before = components?.trend[components.actual.length - 1 - YEAR];
  return now === undefined || before === undefined ? null : now / before;
}

/** Against the highest day of the last year, which is what people plan by. */
export function lastYearSentence(report: ForecastReport): string {
  const { document, lastYear, step } = report;
  const { peak, unit } = document;
  if (!(lastYear.highest > 0)) return 'Nothing is known of the last year';
  const growth = growthOf(report) ?? 1;
  const although = peak.p90 < lastYear.highest && growth > 1 ? `, although the level is ${againstText(growth)} that of a year ago` : '';
  return `The highest ${step} of the last year was ${demandText(lastYear.highest, unit)}: the P90 of the coming peak is ${againstText(peak.p90 / lastYear.highest)} it${although}`;
}

/** The busiest hour and second of the peak day; null where hours are not known. */
export function hourSentence({ document: { peakHour, peakSecond } }: ForecastReport): string | null {
  const three = ({ p50, p90, p99 }: NonNullable<typeof peakSecond | typeof peakHour>): string =>
    `${sayAmount(p50)} at P50, ${sayAmount(p90)} at P90 and ${sayAmount(p99)} at P99`;
  const second =
    peakSecond === undefined
      ? null
      : `its busiest second ${three(peakSecond)} (variance over mean ${estimate(peakSecond.varianceToMean)}, ${peakSecond.kind})`;
  if (peakHour !== undefined)
    return `The busiest hour of the peak day, around ${peakHour.hour}:00, is ${three(peakHour)}${second === null ? '' : `; ${second}`}`;
  return second === null ? null : `Of the highest hour ${second.replace('its', 'the')}`;
}

const mean = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
};

/** Whether to believe it: forecasts of the past against what came, and against repeating the last week. */
export function trustSentence(report: ForecastReport): string {
  const { backtest } = report;
  const rows = backtest.flatMap((row) => (row.peak === null ? [] : [{ ...row, peak: row.peak }]));
  const [mase, naive] = [mean(backtest.map((row) => row.mase)), mean(backtest.map((row) => row.naiveMase))];
  if (rows.length === 0 || mase === null || naive === null)
    return 'Its accuracy is not known: the history is too short to try such forecasts on the past';
  const held = rows.filter(({ peak }) => peak.actual <= peak.p90).length;
  const off = mean(rows.map(({ peak }) => (peak.actual > 0 ? peak.p50 / peak.actual : null)));
  const bias = off === null ? '' : `, its P50 was on average ${againstText(off)} what came`;
  const better =
    mase < naive
      ? `single days erred ${sayCount(100 * (1 - mase / naive))} % less than repeating the last week`
      : 'single days were forecast no better than repeating the last week: plan with the highest of the last year beside it';
  return `In ${held} of ${rows.length} forecasts of the past${kindOf(report, rows)} the peak stayed at or below P90${bias}, and ${better} (MASE ${estimate(mase)} against ${estimate(naive)})`;
}

/** How far windows of the past are of the kind of the coming one: calm weeks prove nothing for a festival. */
function kindOf({ holidays, days }: ForecastReport, rows: readonly { readonly festivals: readonly string[] }[]): string {
  const [first, last] = [days[0]?.day ?? 0, days.at(-1)?.day ?? 0];
  const ahead = holidays.filter(
    ({ day, isEvent, offsets }) => !isEvent && offsets.length > 2 * NEAR + 1 && day + NEAR >= first && day - NEAR <= last,
  );
  if (ahead.length === 0) return '';
  const name = calendarName(ahead[0]!.name);
  const alike = rows.filter(({ festivals }) => festivals.length > 0).length;
  if (alike === 0) return `, none of them over a holiday such as ${name}, so that they say little of it,`;
  return alike === rows.length ? `, all over a holiday such as ${name},` : `, ${alike} of them over a holiday such as ${name},`;
}
