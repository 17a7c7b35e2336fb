import type {
  Cells,
  Clock,
  EndLine,
  HeadLine,
  PaymentStatus,
  SecondLine,
  UserCounts,
  Variant,
} from '../../workload/log/measurement-log.ts';
import { OWNERS } from '../../workload/log/outcome.ts';
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
const STATUSES: readonly PaymentStatus[] = ['approved', 'declined', 'cancelled', 'unknown'];
const REASONS: readonly EndLine['reason'][] = ['complete', 'stopped'];

type Sample = readonly [number, number, number, Clock, Cells];
type AdmissionItem = readonly [number, number, number, number, number];

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
    errors: list(fields, 'errors', failure, true),
    journal: list(fields, 'journal', payment, true),
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
    reason: oneOf(REASONS, fields.reason, 'reason'),
  };
}

function users(fields: Fields): UserCounts {
  const counts = fieldsOf(fields.users);
  if (counts === null) throw new FieldProblem('users', 'must be an object of counts');
  return {
    arrived: whole(counts, 'arrived'),
    finished: whole(counts, 'finished'),
    gaveUp: whole(counts, 'gaveUp'),
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

function admission(item: unknown, path: string): AdmissionItem {
  const [lane, ticket, joined, admitted, announced] = asList(item, path, 5);
  const most = (MAX_SECOND + 1) * 1_000 - 1;
  const moment = (value: unknown): number => Math.min(most, Math.max(0, asNumber(value, path)));
  return [asWhole(lane, path, MOST_LANES - 1), asWhole(ticket, path), moment(joined), moment(admitted), asNumber(announced, path)];
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

function payment(item: unknown, path: string): readonly [string, number, PaymentStatus, string] {
  const [key, amount, status, receipt] = asList(item, path, 4);
  return [asText(key, path), asNumber(amount, path), oneOf(STATUSES, status, path), asText(receipt, path)];
}
