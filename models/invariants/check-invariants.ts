import type { AuditSpec } from '../workload/audit/audit-spec.ts';
import { INVARIANTS, type InvariantName } from './catalogue.ts';
import type { ClientSide } from './client-side.ts';
import type { Found } from './examine.ts';
import { type OptionSpecs, optionsOf } from './options.ts';
import type { AnyRow } from './records/columns.ts';
import type { Kind } from './records/kinds.ts';

/** Records of one kind as they were read, or why they could not be. */
export type ReadRecords = { readonly columns: ReadonlySet<string>; readonly rows: readonly AnyRow[] } | { readonly problem: string };

export type RecordsByKind = { readonly [Of in Kind]?: ReadRecords };

/** An invariant that was checked, or why it could not be. */
export interface CheckedInvariant extends Found {
  readonly name: string;
  readonly says: string;
  readonly notMade?: string;
  readonly lacks?: 'records';
}

/** What is known of the other side. */
export interface ClientKnowledge {
  readonly client: ClientSide;
  /** Why the answers that people got cannot be compared, as a sentence; null when they can. */
  readonly journalProblem: string | null;
  /** Whether the log of the run holds everything. */
  readonly whole: boolean;
}

/** Any invariant: its types were checked where it was written. */
interface AnyInvariant {
  readonly says: string;
  readonly needs: { readonly [Of in Kind]?: readonly string[] };
  readonly journal?: true;
  readonly whole?: true;
  readonly facts?: readonly string[];
  readonly options: OptionSpecs;
  readonly check: (given: {
    records: Readonly<Record<string, readonly AnyRow[]>>;
    client: ClientSide;
    options: Readonly<Record<string, number | readonly string[]>>;
  }) => Found;
}

/** The invariant of a name, without what the compiler knows of it. */
export const invariantNamed = (name: InvariantName): AnyInvariant => INVARIANTS[name] as unknown as AnyInvariant;

const NOT_WHOLE = 'The measurement log is not whole, so that what people asked for is not known in full.';

function recordsProblem(kind: string, columns: readonly string[], read: ReadRecords | undefined): string | null {
  if (read === undefined) return `It needs ${kind} records, and the surge names no place to read them.`;
  if ('problem' in read) return `It needs ${kind} records, and they could not be read: ${read.problem}`;
  // Without a single record nobody knows the columns.
  const missing = read.rows.length === 0 ? [] : columns.filter((column) => !read.columns.has(column));
  if (missing.length === 0) return null;
  return `It needs ${kind} records with the ${missing.length === 1 ? 'column' : 'columns'} ${missing.join(', ')}, which they do not have.`;
}

function factsProblem(facts: readonly string[], { entries }: ClientSide): string | null {
  const missing = facts.filter((fact) => entries.every((entry) => entry.facts[fact] === undefined));
  return missing.length === 0 ? null : `No answer was noted with ${missing.join(', ')}; let the journey note it with user.journal.`;
}

/** Everything that keeps an invariant from being checked, as sentences. */
function problemsOf(invariant: AnyInvariant, records: RecordsByKind, { client, journalProblem, whole }: ClientKnowledge): string[] {
  const missing = Object.entries(invariant.needs).map(([kind, columns]) => recordsProblem(kind, columns, records[kind as Kind]));
  const told = invariant.journal ? (journalProblem ?? factsProblem(invariant.facts ?? [], client)) : null;
  return [...missing, told, invariant.whole && !whole ? NOT_WHOLE : null].filter((one) => one !== null);
}

function rowsOf(needs: AnyInvariant['needs'], records: RecordsByKind): Record<string, readonly AnyRow[]> {
  const rows = (read: ReadRecords | undefined): readonly AnyRow[] => (read === undefined || 'problem' in read ? [] : read.rows);
  return Object.fromEntries(Object.keys(needs).map((kind) => [kind, rows(records[kind as Kind])]));
}

/** Holds the records of a service against what people were answered. What cannot be checked says why, and passes nothing. */
export function checkInvariants(
  invariants: AuditSpec['invariants'],
  records: RecordsByKind,
  knowledge: ClientKnowledge,
): readonly CheckedInvariant[] {
  const { client } = knowledge;
  return invariants.map(({ name, options }): CheckedInvariant => {
    const invariant = invariantNamed(name as InvariantName);
    const problems = problemsOf(invariant, records, knowledge);
    if (problems.length > 0)
      return {
        name,
        says: invariant.says,
        examined: 0,
        violations: 0,
        examples: [],
        notMade: problems.join(' '),
        lacks: 'records' as const,
      };
    const given = { records: rowsOf(invariant.needs, records), client, options: optionsOf(invariant.options, options, client.startedAt) };
    return { name, says: invariant.says, ...invariant.check(given) };
  });
}
