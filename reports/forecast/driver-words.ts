import type { DayDriver, ForecastReport } from '../../models/results/forecast/forecast-report.ts';
import { plural } from '../../models/words/count.ts';
import { changeText } from '../format/amounts.ts';
import { dayWords, weekdayLong } from '../format/time/calendar-day.ts';
import { calendarName } from './figures/calendar-name.ts';

/** A change smaller than this drives nothing. */
const NOTABLE = 0.02;
const MOST_DRIVERS = 4;
const LAST_OF_MONTH = 31;

/**
 * A day by its distance from a named one.
 * @example distanceWords(-2, 'Chuseok') // => '2 days before Chuseok'
 * @example distanceWords(0, 'Chuseok') // => 'Chuseok'
 */
export function distanceWords(offset: number, name: string): string {
  if (offset === 0) return name;
  return `${plural(Math.abs(offset), 'day', 'days')} ${offset < 0 ? 'before' : 'after'} ${name}`;
}

/** The date on which wages and bills are due: `the 25th`. */
const dueWords = (date: number): string => (date === LAST_OF_MONTH ? 'the last of the month' : `the ${date}th`);

/** What an effect is called. */
function driverWords(driver: DayDriver, day: number): string {
  if (driver.kind === 'weekday') return weekdayLong(day);
  if (driver.kind === 'season') return 'the season';
  if (driver.kind === 'payday') return distanceWords(driver.since, `payday of ${dueWords(driver.date)}`);
  if (driver.kind !== 'holiday') return 'the turn of the month';
  return driver.name === null ? 'days off around it' : distanceWords(driver.offset, calendarName(driver.name));
}

const isNotable = ({ factor }: DayDriver): boolean => Math.abs(factor - 1) >= NOTABLE;

/** The day that is most likely the highest. */
const likeliestDay = ({ days }: ForecastReport): number =>
  days.reduce((most, one) => (one.probability > most.probability ? one : most), days[0]!).day;

/** What drives the peak. */
export function driversSentence(report: ForecastReport): string {
  const notable = report.drivers.filter(isNotable).slice(0, MOST_DRIVERS);
  if (notable.length === 0)
    return 'No weekday, season, payday or holiday stands out on the likeliest day: its height is the level of the series and chance';
  const day = likeliestDay(report);
  return `What makes the likeliest day, against a usual one: ${notable.map((one) => `${driverWords(one, day)} ${changeText(one.factor)}`).join(', ')}`;
}

/** Two strong effects on one day, and whether they were ever seen together; null where none meet. */
export function coincidenceSentence({ coincidence }: ForecastReport): string | null {
  if (coincidence === null) return null;
  const { day, drivers, seen } = coincidence;
  const [one, two] = drivers.map((driver) => `${driverWords(driver, day)} (${changeText(driver.factor)})`);
  const before = seen === 0 ? 'that never happened in the data' : `that happened ${seen === 1 ? 'once' : `${seen} times`} in the data`;
  return `${dayWords(day)} is both ${one} and ${two}: ${before}, and the regression multiplies the two effects`;
}
