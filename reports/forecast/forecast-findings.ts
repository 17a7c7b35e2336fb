import type { ForecastReport } from '../../models/results/forecast/forecast-report.ts';
import { sayShare } from '../../models/words/share.ts';
import { againstText, chanceText, changeText, demandText } from '../format/amounts.ts';
import { dayWords } from '../format/time/calendar-day.ts';
import { driversSentence } from './driver-words.ts';
import { movedDays, movedWords, pastWords } from './event-sentences.ts';
import { weekFactors } from './figures/week-figure.ts';
import { growthOf, hourSentence, lastYearSentence, trustSentence } from './forecast-sentences.ts';

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
  const { peak, unit } = report.document;
  return {
    fan: lastYearSentence(report),
    peak: `One window in ten goes above ${demandText(peak.p90, unit)}, one in a hundred above ${demandText(peak.p99, unit)}`,
    components: trendFinding(report),
    week: weekFinding(report),
    holidays: holidaysFinding(report),
    backtest: trustSentence(report),
    calibration: calibrationFinding(report),
    calendar: calendarFinding(report),
    hour: hourSentence(report) ?? 'The file has no hours',
  };
}

function trendFinding(report: ForecastReport): string {
  const growth = growthOf(report);
  const drivers = driversSentence(report);
  return growth === null ? drivers : `The level is ${againstText(growth)} that of a year ago. ${drivers}`;
}

function weekFinding(report: ForecastReport): string {
  const sorted = weekFactors(report).sort((a, b) => b.factor - a.factor);
  const [highest, lowest] = [sorted[0], sorted.at(-1)];
  if (highest === undefined || lowest === undefined) return 'No week was seen';
  return `${highest.long} is the highest day of the week (${changeText(highest.factor)}), ${lowest.long} the lowest (${changeText(lowest.factor)})`;
}

function holidaysFinding(report: ForecastReport): string {
  const [strongest] = movedDays(report);
  if (strongest === undefined) return 'No holiday or event of the calendar reaches into the window';
  const text = `${movedWords(strongest)} is moved the most: ${changeText(strongest.expected)} is expected, ${pastWords(strongest)}`;
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function calibrationFinding({ calibration }: ForecastReport): string {
  const stated = calibration.find(({ level }) => level === 0.9);
  if (stated === undefined) return 'The history is too short to say how often the quantiles were right';
  const { share, low, high } = stated;
  return `Of the periods of the past ${sayShare(share)} came at or below P90, ${sayShare(low)} to ${sayShare(high)} by window; it should be 90 %`;
}

function calendarFinding({ days }: ForecastReport): string {
  const likely = [...days]
    .sort((a, b) => b.probability - a.probability)
    .slice(0, 3)
    .filter(({ probability }) => probability >= 0.01);
  return `The peak most likely falls on ${likely.map(({ day, probability }) => `${dayWords(day)} (${chanceText(probability)})`).join('; ')}`;
}
