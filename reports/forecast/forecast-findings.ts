import type { ForecastReport } from '../../models/results/forecast/forecast-report.ts';
import { sayShare } from '../../models/words/share.ts';
import { againstText, chanceText, changeText, demandText } from '../format/amounts.ts';
import { estimate } from '../format/number.ts';
import { dayWords } from '../format/time/calendar-day.ts';
import { calendarName } from './figures/calendar-name.ts';
import { weekFactors } from './figures/week-figure.ts';
import { driversSentence, lastYearSentence, trustSentence } from './forecast-sentences.ts';

const YEAR = 365;

/** What each section found, one sentence each, without a full stop: headings of the page and text alternatives of its charts. */
export interface ForecastFindings {
  readonly fan: string;
  readonly peak: string;
  readonly components: string;
  readonly week: string;
  readonly holidays: string;
  readonly backtest: string;
  readonly calibration: string;
  readonly calendar: string;
  readonly hour: string;
}

/** The findings of a forecast. */
export function forecastFindings(report: ForecastReport): ForecastFindings {
  const { peak, unit, peakHour, peakSecond } = report.document;
  return {
    fan: lastYearSentence(report),
    peak: `One window in ten goes above ${demandText(peak.p90, unit)}, one in a hundred above ${demandText(peak.p99, unit)}`,
    components: trendFinding(report),
    week: weekFinding(report),
    holidays: holidaysFinding(report),
    backtest: trustSentence(report),
    calibration: calibrationFinding(report),
    calendar: calendarFinding(report),
    hour:
      peakHour === undefined || peakSecond === undefined
        ? 'The file has no hours'
        : `The busiest hour of the peak day is ${estimate(peakHour.p90)} at P90, around ${peakHour.hour}:00, and its busiest second ${estimate(peakSecond.p90)}`,
  };
}

function trendFinding(report: ForecastReport): string {
  const { components } = report;
  const now = components?.trend[components.actual.length - 1];
  const before = components?.trend[components.actual.length - 1 - YEAR];
  const drivers = driversSentence(report);
  if (now === undefined || before === undefined) return drivers;
  return `The level is ${againstText(now / before)} that of a year ago. ${drivers}`;
}

function weekFinding(report: ForecastReport): string {
  const sorted = weekFactors(report).sort((a, b) => b.factor - a.factor);
  const [highest, lowest] = [sorted[0], sorted.at(-1)];
  if (highest === undefined || lowest === undefined) return 'No week was seen';
  return `${highest.long} is the highest day of the week (${changeText(highest.factor)}), ${lowest.long} the lowest (${changeText(lowest.factor)})`;
}

function holidaysFinding({ holidays }: ForecastReport): string {
  const expected = holidays.flatMap(({ name, day, offsets }) =>
    offsets.flatMap((one) => (one.expected === null ? [] : [{ name, day: day + one.offset, factor: one.expected, seen: one.seen }])),
  );
  const [strongest] = expected.sort((a, b) => Math.abs(Math.log(b.factor)) - Math.abs(Math.log(a.factor)));
  if (strongest === undefined) return 'No holiday or event of the calendar touches the window';
  const { name, day, factor, seen } = strongest;
  const range = seen === null ? '' : `${changeText(seen.low)} to ${changeText(seen.high)} in ${seen.occurrences} past`;
  const past = seen === null ? 'never seen before' : seen.occurrences === 1 ? `${changeText(seen.median)} the one time it was seen` : range;
  const text = `${calendarName(name)} moves ${dayWords(day)} the most: ${changeText(factor)} is expected, ${past}`;
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function calibrationFinding({ calibration }: ForecastReport): string {
  const stated = calibration.find(({ level }) => level === 0.9);
  if (stated === undefined) return 'The history is too short to say how often the quantiles were right';
  const { share, low, high } = stated;
  return `Of the periods of the past ${sayShare(share)} came at or below P90, ${sayShare(low)} to ${sayShare(high)} by window; 90 % is meant`;
}

function calendarFinding({ days }: ForecastReport): string {
  const likely = [...days]
    .sort((a, b) => b.probability - a.probability)
    .slice(0, 3)
    .filter(({ probability }) => probability >= 0.01);
  return `The peak most likely falls on ${likely.map(({ day, probability }) => `${dayWords(day)} (${chanceText(probability)})`).join('; ')}`;
}
