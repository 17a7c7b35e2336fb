/** What people call the days of the Korean calendar. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['new_year', 'New Year’s Day'],
  ['seollal', 'Seollal'],
  ['seollal_eve', 'day before Seollal'],
  ['seollal_after', 'day after Seollal'],
  ['samil', 'Independence Movement Day'],
  ['labour_day', 'Labour Day'],
  ['childrens_day', 'Children’s Day'],
  ['buddha', 'Buddha’s Birthday'],
  ['memorial', 'Memorial Day'],
  ['constitution_day', 'Constitution Day'],
  ['liberation', 'Liberation Day'],
  ['chuseok', 'Chuseok'],
  ['chuseok_eve', 'day before Chuseok'],
  ['chuseok_after', 'day after Chuseok'],
  ['foundation', 'National Foundation Day'],
  ['hangul', 'Hangul Day'],
  ['christmas', 'Christmas'],
  ['election', 'election day'],
  ['temporary', 'temporary holiday'],
]);

const SUBSTITUTE = 'substitute_';

/**
 * A name of the calendar as people say it; names of a team's own file stay as they are.
 *
 * @example sayCalendarName('foundation') // => 'National Foundation Day'
 * @example sayCalendarName('substitute_liberation') // => 'substitute for Liberation Day'
 * @example sayCalendarName('spring_sale') // => 'spring_sale'
 */
export function sayCalendarName(name: string): string {
  if (!name.startsWith(SUBSTITUTE)) return NAMES.get(name) ?? name;
  const replaced = NAMES.get(name.slice(SUBSTITUTE.length));
  return replaced === undefined ? name : `substitute for ${replaced}`;
}
