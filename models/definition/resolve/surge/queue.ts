import { at, fieldsOf } from '../../../workload/checks/problem.ts';
import type { QueueLimits } from '../../../workload/surge/budget.ts';
import { QUANTITY_KINDS, type QuantityKind } from '../../../workload/surge/quantity.ts';
import { type Problems, readDuration, readDurationOrZero, readShare } from '../../units/read-units.ts';
import { readChoice, readFields, readNumber, readText } from '../values/read-values.ts';

type Numbers = Exclude<keyof QueueLimits, 'source' | 'kind'>;

/** Fields of a queue definition, the limit each one sets, and how it is read. */
const READERS: Readonly<Record<string, { limit: Numbers; read: (value: unknown, path: string, problems: Problems) => number | null }>> = {
  maxInversionShare: { limit: 'maxInversionShare', read: readShare },
  minKendallTau: { limit: 'minKendallTau', read: (value, path, problems) => readNumber(value, { least: -1, most: 1 }, path, problems) },
  maxLostPlaces: { limit: 'maxLostPlaces', read: (value, path, problems) => readNumber(value, { least: 0, whole: true }, path, problems) },
  maxAbandonedShare: { limit: 'maxAbandonedShare', read: readShare },
  maxAnnouncedError: { limit: 'maxAnnouncedError', read: (value, path, problems) => readShare(value, path, problems, Infinity) },
  minAnnouncedShare: {
    limit: 'minAnnouncedShare',
    read: (value, path, problems) => (value === null ? null : readShare(value, path, problems)),
  },
  announcedGrace: { limit: 'announcedGraceSeconds', read: (value, path, problems) => readDurationOrZero(value, path, problems) / 1_000 },
  longestWait: { limit: 'longestWait', read: readDuration },
  laneDifference: { limit: 'laneDifference', read: readDuration },
};
const QUEUE_FIELDS: readonly string[] = [...Object.keys(READERS), 'source', 'kind'];

/** Limits on the waiting room; what is left out is that of the defaults. */
export function readQueue(value: unknown, defaults: QueueLimits, source: string, path: string, problems: Problems): QueueLimits {
  if (value === undefined) return defaults;
  const fields = readFields(value, QUEUE_FIELDS, path, problems) ?? {};
  const given: Partial<Record<Numbers, number | null>> = {};
  for (const [name, { limit, read }] of Object.entries(READERS)) {
    if (fields[name] !== undefined) given[limit] = read(fields[name], at(path, name), problems);
  }
  const kind = fields.kind === undefined ? null : readChoice(fields.kind, QUANTITY_KINDS, at(path, 'kind'), problems);
  const said = Object.keys(given).length > 0;
  return {
    ...defaults,
    ...(given as Partial<QueueLimits>),
    source: readText(fields.source, said ? source : defaults.source, at(path, 'source'), problems),
    kind: (kind as QuantityKind | null) ?? (said ? 'stated' : defaults.kind),
  };
}

/** Names of the limits that somebody gave. */
export function queueGiven(value: unknown): readonly string[] {
  const fields = fieldsOf(value) ?? {};
  return Object.keys(READERS).filter((name) => fields[name] !== undefined);
}
