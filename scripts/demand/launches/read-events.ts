import { readFile } from 'node:fs/promises';
import type { LaunchEvent } from '../../../models/demand/launch/launch-event.ts';
import { launchProblems } from '../../../models/demand/launch/launch-problems.ts';
import type { Quantity } from '../../../models/workload/surge/quantity.ts';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import { dotted } from '../../run-folder/read-json.ts';
import { type DeclaredEvent, eventsSchema } from '../../schemas/forecast/events.ts';
import { issueSentence } from '../../schemas/issue-sentence.ts';
import { isTimeZone, localTime } from '../csv/cells/local-time.ts';
import { secondsOf } from '../length-of-time.ts';
import { analogueOf } from './declared-analogue.ts';

/** The events of a file, or everything that is wrong with it, at once. */
export async function readEvents(file: string): Promise<LaunchEvent[]> {
  const refuse = (problems: readonly string[]): never => {
    throw new SurgeproofError('invalid-configuration', { file, problems });
  };
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) =>
    refuse([`must be a file that can be read, got ${error.code}`]),
  );
  const value = jsonOf(text);
  if (value === undefined) return refuse(['must be JSON, got text that is not; docs/how-to/forecast-a-launch.md shows a whole file']);
  const checked = eventsSchema.safeParse(value);
  if (!checked.success)
    return refuse(checked.error.issues.map((issue) => `${dotted(issue.path) || 'file'}: ${issueSentence(issue, value)}`));
  const read = checked.data.events.map((event, i) => ({ at: `events[${i}]`, ...eventOf(event) }));
  const problems = read.flatMap(({ at, event, problems }) => {
    const found = problems.length > 0 ? problems : launchProblems(event);
    return found.map((problem) => `${at}.${problem}`);
  });
  const names = checked.data.events.map(({ name }) => name);
  const twice = names.findIndex((name, i) => names.indexOf(name) !== i);
  if (twice >= 0) problems.push(`events[${twice}].name: must be a name no other event has, got ${names[twice]}`);
  return problems.length > 0 ? refuse(problems) : read.map(({ event }) => event);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function eventOf(declared: DeclaredEvent): { readonly event: LaunchEvent; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const { window, opening, rush, adoption, closure, refusal, sources = {} } = declared;
  const zone = isTimeZone(declared.timeZone) ? declared.timeZone : 'UTC';
  const stated = (field: 'population' | 'growth' | 'admissions' | 'usual', unit: string): Quantity | null => {
    const value = declared[field];
    return value === undefined ? null : { value, unit, source: sources[field] ?? 'stated in the events file', kind: 'stated' };
  };
  const event: LaunchEvent = {
    name: declared.name,
    time: momentOf(declared, problems),
    timeZone: declared.timeZone,
    type: declared.type,
    window: secondsOf(window),
    population: stated('population', 'people'),
    growth: stated('growth', 'times the analogues'),
    admissions: stated('admissions', 'people per second'),
    usual: stated('usual', 'arrivals/s'),
    closure: closure ?? null,
    refusal: refusal ?? null,
    opening: opening === undefined ? null : { hold: secondsOf(opening.hold), halfLife: secondsOf(opening.halfLife) },
    rush: rush === undefined ? null : { growth: rush.growth, lasting: secondsOf(rush.lasting) },
    adoption: adoption === undefined ? null : { ...adoption, period: secondsOf(adoption.period) },
    analogues: declared.analogues.flatMap((one, i) => analogueOf(one, `analogues[${i}]`, zone, problems)),
  };
  for (const [field, seconds] of Object.entries({
    window: event.window,
    'opening.halfLife': event.opening?.halfLife,
    'rush.lasting': event.rush?.lasting,
    'adoption.period': event.adoption?.period,
  }))
    if (seconds === 0) problems.push(`${field}: must be above 0, got 0`);
  return { event, problems };
}

function momentOf({ time, timeZone }: DeclaredEvent, problems: string[]): string {
  if (!isTimeZone(timeZone)) {
    problems.push(`timeZone: must be a zone such as Asia/Seoul, got ${timeZone}`);
    return time;
  }
  const moment = localTime(time, timeZone);
  if (moment?.includes('T')) return moment;
  problems.push(`time: must be a day and a clock such as 2027-03-02T09:00, got ${time}`);
  return time;
}
