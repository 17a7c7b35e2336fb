import type { Calendar, CalendarEvent, SpecialDay } from './calendar.ts';
import { dayOf } from './day-number.ts';
import { holidaysOf } from './holidays-of.ts';
import { koreanDaysByRule } from './korean-rules.ts';
import { LAST_LUNAR_YEAR } from './lunar-day.ts';
import { OFFICIAL_YEARS, officialDays } from './official-days.ts';

const FIRST_YEAR = 2005;
/** Travel begins a week before the day, and the way home takes as long. */
const LUNAR_REACH = 7;
const SINGLE_REACH = 1;

/** Version stated in every forecast: the years covered by the gazette, and the packages the days come from. */
const VERSION = `kr: gazette ${OFFICIAL_YEARS.first}-${OFFICIAL_YEARS.last} (@hyunbinseo/holidays-kr 5.2027.1), rules of law to ${LAST_LUNAR_YEAR} (korean-lunar-calendar 0.4.0)`;

/** Public holidays of Korea, 2005 to 2050: the gazette where it is printed, the rules of the law where it is not yet, or no longer. */
export function koreanDays(): SpecialDay[] {
  const byRule: SpecialDay[] = [];
  for (let year = FIRST_YEAR; year <= LAST_LUNAR_YEAR; year++) {
    if (year < OFFICIAL_YEARS.first || year > OFFICIAL_YEARS.last) byRule.push(...koreanDaysByRule(year));
  }
  return [...byRule, ...officialDays()].sort((a, b) => a.day - b.day || (a.name < b.name ? -1 : 1));
}

/**
 * The Korean calendar. Seollal and Chuseok cast a shadow of a week to both sides; every other day off one of a day. 1 May kept workers
 * at home before 2026 too, when it was no public holiday: it is an event in all years.
 *
 * @param extra days added by the user: a temporary holiday that was announced, or a what-if
 * @example koreanCalendar().holidays.get(20856).join() // => 'seollal'
 */
export function koreanCalendar(extra: readonly SpecialDay[] = []): Calendar {
  const days = [...koreanDays(), ...extra];
  const lunar = (name: string): CalendarEvent => ({
    name,
    days: days.filter((one) => one.name === name).map(({ day }) => day),
    reach: LUNAR_REACH,
  });
  const others = new Set(
    days.map(({ name }) => name).filter((name) => !/seollal|chuseok|labour|^substitute|^temporary|^election/.test(name)),
  );
  const singles = [...others].map((name): CalendarEvent => ({ ...lunar(name), reach: SINGLE_REACH }));
  const labour: CalendarEvent = {
    name: 'labour_day',
    days: Array.from({ length: LAST_LUNAR_YEAR - FIRST_YEAR + 1 }, (_, i) => dayOf(FIRST_YEAR + i, 5, 1)),
    reach: 0,
  };
  const added = extra.length === 0 ? '' : `; ${extra.length} added`;
  return { version: `${VERSION}${added}`, holidays: holidaysOf(days), events: [lunar('seollal'), lunar('chuseok'), ...singles, labour] };
}
