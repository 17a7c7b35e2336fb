import type { AnyRow } from './columns.ts';
import { KINDS, type Kind } from './kinds.ts';

/** What tells the records of a run from others. */
export interface RunMarks {
  /** Keys that people of the run used. */
  readonly keys: ReadonlySet<string>;
  /** What all keys of the run begin with. */
  readonly prefix: string;
  /** Second 0, Unix milliseconds. */
  readonly startedAt: number;
}

/**
 * Whether a record belongs to a run: it has a key of the run, or came about after its start. A record with another key and without a time may be
 * anybody's, and one without both belongs to the run.
 */
function isOfThisRun({ key, at }: AnyRow, { keys, prefix, startedAt }: RunMarks): boolean {
  if (typeof key === 'string' && (keys.has(key) || key.startsWith(prefix))) return true;
  return typeof at === 'number' ? at >= startedAt : typeof key !== 'string';
}

/** The records that belong to a run. What tells how things stand belongs to every run. */
export function ofThisRun(kind: Kind, rows: readonly AnyRow[], marks: RunMarks): readonly AnyRow[] {
  return KINDS[kind].events ? rows.filter((row) => isOfThisRun(row, marks)) : rows;
}
