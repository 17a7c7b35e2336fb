import { shorten } from '../../format/shorten.ts';

const LONGEST = 28;

/**
 * A name of the calendar as people write it; names of a file stay as they are, cut when long.
 * @example calendarName('childrens_day') // => 'childrens day'
 */
export function calendarName(name: string): string {
  return shorten(name.replaceAll('_', ' '), LONGEST);
}
