import type { Booked, Cells, Clock, EndLine, HeadLine, SecondLine, UserCounts, Variant } from '../../workload/log/measurement-log.ts';
import { OWNERS } from '../../workload/log/outcome.ts';
import { journalGroup } from './journal-group.ts';
import {
  asCells,
  asList,
  asNumber,
  asText,
  asWhole,
  FieldProblem,
  type Fields,
  fieldsOf,
  list,
  MAX_SECOND,
  number,
  oneOf,
  optionalCells,
  optionalWhole,
  text,
  whole,
} from './line-fields.ts';

/** Longest lists of a head line: generous for a surge file, small enough to bound the memory of a fold. */
const MOST_STEPS = 256;
const MOST_JOURNEYS = 64;
const MOST_VARIANTS = 1_024;
const MOST_LANES = 64;
/** A sample's index counts through steps, then journeys, then variants. */
const MOST_SUBJECTS = MOST_STEPS + MOST_JOURNEYS + MOST_VARIANTS;
export const MOST_OUTCOMES = 32;
export const MOST_PHASES = 64;
const MOST_STATUS = 999;
const LINES = ['native'] as const;
const REASONS: readonly EndLine['reason'][] = ['complete', 'stopped'];

type Sample = readonly [number, number, number, Clock, Cells];
type AdmissionItem = NonNullable<SecondLine['admissions']>[number];
type UnadmittedItem = NonNullable<SecondLine['unadmitted']>[number];

export function headLine(fields: Fields): HeadLine {
  return {
    surgeproof: 'head',
    version: number(fields, 'version'),
    vu: whole(fields, 'vu'),
    surge: text(fields, 'surge'),
    profile: text(fields, 'profile'),
    seed: number(fields, 'seed'),
    startedAt: whole(fields, 'startedAt', Number.MAX_SAFE_INTEGER),
    steps: bounded('steps', list(fields, 'steps', asText), MOST_STEPS),
    journeys: bounded('journeys', list(fields, 'journeys', asText), MOST_JOURNEYS),
    variants: bounded('variants', list(fields, 'variants', variant), MOST_VARIANTS),
    outcomes: bounded('outcomes', list(fields, 'outcomes', asText), MOST_OUTCOMES),
    phases: bounded('phases', list(fields, 'phases', phase), MOST_PHASES),
    lanes: bounded('lanes', list(fields, 'lanes', asText), MOST_LANES),
    ...(fields.line === undefined ? {} : { line: oneOf(LINES, fields.line, 'line') }),
  };
}

export function secondLine(fields: Fields): SecondLine {
  const startLag = optionalCells(fields, 'startLag');
  const loopLag = optionalCells(fields, 'loopLag');
  return {
    surgeproof: 'second',
    vu: whole(fields, 'vu'),
    second: whole(fields, 'second', MAX_SECOND),
    scheduled: whole(fields, 'scheduled'),
    started: whole(fields, 'started'),
    ...(startLag && { startLag }),
    ...(loopLag && { loopLag }),
    users: users(fields),
    samples: list(fields, 'samples', sample),
    admissions: list(fields, 'admissions', admission, true),
    unadmitted: list(fields, 'unadmitted', unadmitted, true),
    errors: list(fields, 'errors', failure, true),
    journal: list(fields, 'journal', journalGroup, true),
    doubleTaps: list(fields, 'doubleTaps', doubleTap, true),
    statuses: list(fields, 'statuses', statusCount, true),
    connections: fields.connections === undefined ? [0, 0] : connections(fields.connections, 'connections'),
    redirects: optionalWhole(fields, 'redirects'),
    lostPlaces: optionalWhole(fields, 'lostPlaces'),
    abandoned: optionalWhole(fields, 'abandoned'),
  };
}

export function endLine(fields: Fields): EndLine {
  return {
    surgeproof: 'end',
    vu: whole(fields, 'vu'),
    second: whole(fields, 'second', MAX_SECOND),
    users: users(fields),
    ...unlessNone(fields, 'thinking'),
    ...(fields.booked !== undefined && { booked: booked(fields) }),
    reason: oneOf(REASONS, fields.reason, 'reason'),
  };
}

function booked(fields: Fields): Booked {
  const counts = fieldsOf(fields.booked);
  if (counts === null) throw new FieldProblem('booked', 'must be an object of counts');
  const [requests, admissions] = [whole(counts, 'requests'), whole(counts, 'admissions')];
  return { requests, admissions, unadmitted: whole(counts, 'unadmitted'), journal: whole(counts, 'journal') };
}

/** A count that a line leaves out while it is 0. */
function unlessNone<Name extends string>(fields: Fields, name: Name): { readonly [name in Name]?: number } {
  const count = optionalWhole(fields, name);
  return count === 0 ? {} : ({ [name]: count } as { readonly [name in Name]?: number });
}

function users(fields: Fields): UserCounts {
  const counts = fieldsOf(fields.users);
  if (counts === null) throw new FieldProblem('users', 'must be an object of counts');
  return {
    arrived: whole(counts, 'arrived'),
    finished: whole(counts, 'finished'),
    ...unlessNone(counts, 'turnedAway'),
    gaveUp: whole(counts, 'gaveUp'),
    ...unlessNone(counts, 'lostPatience'),
    failed: whole(counts, 'failed'),
    inLine: whole(counts, 'inLine'),
    active: whole(counts, 'active'),
  };
}

function bounded<T>(name: string, items: T[], most: number): T[] {
  if (items.length > most) throw new FieldProblem(name, `must have at most ${most} items`);
  return items;
}

function phase(item: unknown): HeadLine['phases'][number] {
  const fields = fieldsOf(item);
  if (fields === null || typeof fields.judged !== 'boolean') throw new FieldProblem('phases', 'must be objects with name, from and judged');
  return { name: text(fields, 'name'), from: number(fields, 'from'), judged: fields.judged };
}

function sample(item: unknown, path: string): Sample {
  const [subject, outcome, phaseIndex, clock, cells] = asList(item, path, 5);
  return [
    asWhole(subject, path, MOST_SUBJECTS - 1),
    asWhole(outcome, path, MOST_OUTCOMES - 1),
    asWhole(phaseIndex, path, MOST_PHASES - 1),
    asWhole(clock, path, 1) as Clock,
    asCells(cells, path),
  ];
}

/** The last millisecond of the longest run. */
const LAST_MOMENT = (MAX_SECOND + 1) * 1_000 - 1;
const moment = (value: unknown, path: string): number => Math.min(LAST_MOMENT, Math.max(0, asNumber(value, path)));

function ticketOf(value: unknown, path: string): number {
  if (!Number.isSafeInteger(value)) throw new FieldProblem(path, 'must have a whole number as ticket');
  return value as number;
}

function admission(item: unknown, path: string): AdmissionItem {
  const facts = asList(item, path, 7);
  const since = facts[6];
  return [...unadmitted(facts.slice(0, 6), path), since === null ? null : asNumber(since, path)];
}

function unadmitted(item: unknown, path: string): UnadmittedItem {
  const [lane, ticket, joined, left, announced, gap] = asList(item, path, 6);
  return [
    asWhole(lane, path, MOST_LANES - 1),
    ticketOf(ticket, path),
    moment(joined, path),
    moment(left, path),
    asNumber(announced, path),
    moment(gap, path),
  ];
}

function failure(item: unknown, path: string): readonly [number, string, string, number] {
  const [subject, cause, owner, count] = asList(item, path, 4);
  return [asWhole(subject, path, MOST_SUBJECTS - 1), asText(cause, path), oneOf(OWNERS, owner, path), asWhole(count, path)];
}

function variant(item: unknown, path: string): Variant {
  const [step, tag, value] = asList(item, path, 3);
  return [asText(step, path), asText(tag, path), asText(value, path)];
}

function statusCount(item: unknown, path: string): readonly [number, number] {
  const [status, count] = asList(item, path, 2);
  return [asWhole(status, path, MOST_STATUS), asWhole(count, path)];
}

function connections(value: unknown, path: string): readonly [number, number] {
  const [opened, handshakes] = asList(value, path, 2);
  return [asWhole(opened, path), asWhole(handshakes, path)];
}

function doubleTap(item: unknown, path: string): NonNullable<SecondLine['doubleTaps']>[number] {
  const fields = asList(item, path);
  const [step, compared, different, broken] = fields.length === 4 ? fields : asList(item, path, 3);
  const known = [asWhole(step, path, MOST_STEPS - 1), asWhole(compared, path), asWhole(different, path)] as const;
  return broken === undefined ? known : [...known, asWhole(broken, path)];
}
