import type { ReadRecords } from '../../../../models/invariants/check-invariants.ts';
import type { AnyRow, Column, Columns } from '../../../../models/invariants/records/columns.ts';
import { KINDS, type Kind } from '../../../../models/invariants/records/kinds.ts';
import { plural } from '../../../../models/words/count.ts';
import type { Raw } from './parse-rows.ts';
import { readValue } from './read-value.ts';

/** How records are read. */
export interface Reading {
  readonly kind: Kind;
  /** Columns that an invariant needs; what tells runs apart is read besides. */
  readonly wanted: ReadonlySet<string>;
  /** How the service calls columns, by our name. */
  readonly names: Readonly<Record<string, string>>;
  /** Words of the service by what they mean. */
  readonly words: Readonly<Record<string, string>>;
}

interface WantedColumn {
  readonly name: string;
  /** As the service calls it. */
  readonly theirs: string;
  readonly column: Column;
}

const MOST_TOLD = 3;
const LONGEST_SHOWN = 40;
/** They tell the records of a run from others. */
const MARKS = new Set(['key', 'at']);

const has = (rows: readonly Raw[], name: string): boolean => rows.some((row) => Object.hasOwn(row, name));

function wantedColumns({ kind, wanted, names }: Reading, rows: readonly Raw[]): WantedColumn[] {
  const columns = Object.entries(KINDS[kind].columns as Columns).filter(([name]) => wanted.has(name) || MARKS.has(name));
  return columns
    .map(([name, column]) => ({ name, column, theirs: Object.hasOwn(names, name) ? names[name]! : name }))
    .filter(({ theirs }) => has(rows, theirs));
}

const shown = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, LONGEST_SHOWN);

/** Records with the columns that are wanted, their values checked; or what is wrong with the first of them, and how many there are. */
export function typedRows(raw: readonly Raw[], reading: Reading): ReadRecords {
  const columns = wantedColumns(reading, raw);
  const problems: string[] = [];
  let bad = 0;
  const rows = raw.map((from, i): AnyRow => {
    const row: Record<string, string | number | boolean | null> = {};
    for (const { name, theirs, column } of columns) {
      const value = Object.hasOwn(from, theirs) ? from[theirs] : undefined;
      const read = readValue(value, column, reading.words);
      if ('value' in read) row[name] = read.value;
      else if (++bad <= MOST_TOLD) problems.push(`${theirs} of record ${i + 1} must ${read.rule}, got ${shown(value)}`);
    }
    return row;
  });
  if (bad === 0) return { columns: new Set(columns.map(({ name }) => name)), rows };
  const more = bad > MOST_TOLD ? `; and ${plural(bad - MOST_TOLD, 'more value', 'more values')}` : '';
  return { problem: `${problems.join('; ')}${more}.` };
}
