import { type Calendar, NO_CALENDAR, type SpecialDay } from '../../models/demand/calendar/calendar.ts';
import { eventCalendar, withEvents } from '../../models/demand/calendar/event-calendar.ts';
import { koreanCalendar } from '../../models/demand/calendar/korean-calendar.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { parseTime } from './csv/cells/parse-time.ts';
import { readTable } from './csv/table/read-table.ts';

const NAMES = ['kr', 'none'];

/**
 * The calendar by names (`kr`, `none`) and CSV files of `date,name`. The days of a file come on top of the Korean ones; `none` leaves those
 * out.
 */
export async function loadCalendar(names: readonly string[], added: readonly SpecialDay[], zone: string): Promise<Calendar> {
  const files = names.filter((name) => !NAMES.includes(name));
  const wrong = files.find((name) => !/[./\\]/.test(name));
  if (wrong !== undefined) refuse(`--calendar: must be kr, none or a CSV file of date,name (with its ending), got ${wrong}`);
  if (names.includes('kr') && names.includes('none')) refuse('--calendar: must be kr or none, got both; leave one out');
  const own = await Promise.all(files.map(async (file) => ({ file, days: await readDays(file, zone) })));
  const days = own.flatMap((one) => one.days);
  const version = own.map((one) => `${one.file}: ${one.days.length} days`).join('; ');
  if (!names.includes('none')) {
    const korean = koreanCalendar(added);
    return own.length === 0 ? korean : withEvents(korean, days, version);
  }
  if (own.length === 0) return added.length === 0 ? NO_CALENDAR : eventCalendar(added, `none; ${added.length} added`);
  return eventCalendar([...days, ...added], `${version}${added.length === 0 ? '' : `; ${added.length} added`}`);
}

function refuse(problem: string): never {
  throw new SurgeproofError('invalid-options', { problems: [problem] });
}

async function readDays(file: string, zone: string): Promise<SpecialDay[]> {
  const { rows } = await readTable(file);
  const problems: string[] = [];
  const days = rows.flatMap(({ line, cells: [date = '', event = ''] }): SpecialDay[] => {
    const time = parseTime(date, zone);
    if (time !== null && event !== '') return [{ day: time.day, name: event }];
    problems.push(`line ${line}: must be a date and a name, got ${`${date},${event}`.slice(0, 60)}`);
    return [];
  });
  if (problems.length > 0) throw new SurgeproofError('unreadable-file', { file, problems: problems.slice(0, 5) });
  return days;
}
