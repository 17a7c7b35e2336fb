import { type DayNumber, dayNumber, dayOf, weekdayOf } from './day-number.ts';

const WEDNESDAY = 2;

/** Days off for elections held before the gazette begins (National Election Commission, election history). */
const HELD = ['2010-06-02', '2012-04-11', '2012-12-19', '2014-06-04', '2016-04-13', '2017-05-09'];

/** First Wednesday at least `days` before the end of a term: Public Official Election Act, article 34. */
const wednesdayBefore = (endOfTerm: DayNumber, days: number): DayNumber => {
  const from = endOfTerm - days;
  return from + ((WEDNESDAY - weekdayOf(from) + 7) % 7);
};

/**
 * Days of national elections in a year that the gazette does not cover: those held, or, from 2028 on, those that follow from the terms of
 * office (National Assembly to 29 May of 2028, 2032 …; local councils to 30 June of 2030, 2034 …; president to 3 June of 2030, 2035 …).
 * An early end of a term moves them.
 *
 * @example electionDays(2030) // => [22000, 22070]
 */
export function electionDays(year: number): DayNumber[] {
  const held = HELD.filter((date) => date.startsWith(String(year))).map((date) => dayNumber(date)!);
  if (year < 2028) return held;
  const days: DayNumber[] = [];
  if (year % 4 === 0) days.push(wednesdayBefore(dayOf(year, 5, 29), 50));
  if (year % 5 === 0) days.push(wednesdayBefore(dayOf(year, 6, 3), 70));
  if (year % 4 === 2) days.push(wednesdayBefore(dayOf(year, 6, 30), 30));
  return days;
}
