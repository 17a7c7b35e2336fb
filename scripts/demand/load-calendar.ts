import { type Calendar, NO_CALENDAR, type SpecialDay } from '../../models/demand/calendar/calendar.ts';
import { eventCalendar } from '../../models/demand/calendar/event-calendar.ts';
import { koreanCalendar } from '../../models/demand/calendar/korean-calendar.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { parseTime } from './csv/parse-time.ts';
import { readTable } from './csv/read-table.ts';

/** The calendar by name (`kr`, `none`) or from a CSV file of `date,name`. */
export async function loadCalendar(name: string, added: readonly SpecialDay[], zone: string): Promise<Calendar> {
  if (name === 'kr') return koreanCalendar(added);
  if (name === 'none') return added.length === 0 ? NO_CALENDAR : eventCalendar(added, `none; ${added.length} added`);
  if (!/[./\\]/.test(name))
    throw new SurgeproofError('invalid-options', {
      problems: [`--calendar: must be kr, none or a CSV file of date,name (with its ending), got ${name}`],
    });
  const { rows, file } = await readTable(name);
  const problems: string[] = [];
  const days = rows.flatMap(([date = '', event = ''], i): SpecialDay[] => {
    const time = parseTime(date, zone);
    if (time !== null && event !== '') return [{ day: time.day, name: event }];
    problems.push(`line ${i + 2}: must be a date and a name, got ${`${date},${event}`.slice(0, 60)}`);
    return [];
  });
  if (problems.length > 0) throw new SurgeproofError('unreadable-file', { file, problems: problems.slice(0, 5) });
  return eventCalendar([...days, ...added], `${file}: ${days.length} days${added.length === 0 ? '' : `; ${added.length} added`}`);
}
