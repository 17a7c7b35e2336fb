import { sayCalendarName } from '../../../models/words/calendar-name.ts';
import { shorten } from '../../format/shorten.ts';

const LONGEST = 40;

/**
 * A name of the calendar as people say it, cut when a file has a long one.
 * @example calendarName('childrens_day') // => 'Children’s Day'
 */
export function calendarName(name: string): string {
  return shorten(sayCalendarName(name), LONGEST);
}
