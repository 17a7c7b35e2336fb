import type { InvariantName } from '../../../models/invariants/catalogue.ts';
import { type CheckedInvariant, checkInvariants, invariantNamed, type ReadRecords } from '../../../models/invariants/check-invariants.ts';
import type { Kind } from '../../../models/invariants/records/kinds.ts';
import { ofThisRun } from '../../../models/invariants/records/of-this-run.ts';
import type { FoldedRun } from '../../../models/measurement/folded-run.ts';
import { plural } from '../../../models/words/count.ts';
import type { AuditSpec } from '../../../models/workload/audit/audit-spec.ts';
import { keyPrefix } from '../../../models/workload/log/journal.ts';
import { cleanValue } from '../../run-folder/untrusted/cleaned.ts';
import { jsonRedactor } from '../redact.ts';
import { knownClient } from './client-side.ts';
import { RecordsError } from './limits.ts';
import { typedRows } from './rows/typed-rows.ts';
import { readSource, type SourceContext } from './sources/read-source.ts';

/** What records of a service say of a run. */
export interface RecordsAudit {
  readonly checks: readonly CheckedInvariant[];
  /** What was left out, as sentences. */
  readonly notes: readonly string[];
}

const LONGEST_REASON = 300;

/** Columns of a kind that the invariants of a surge read. */
function wantedOf(kind: Kind, { invariants }: AuditSpec): ReadonlySet<string> {
  return new Set(invariants.flatMap(({ name }) => invariantNamed(name as InvariantName).needs[kind] ?? []));
}

function reasonOf(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException;
  const text = error instanceof RecordsError ? message : `no answer (${code ?? message})`;
  return `${text.slice(0, LONGEST_REASON).replace(/\.$/, '')}.`;
}

async function readKind(kind: Kind, spec: AuditSpec, context: SourceContext): Promise<ReadRecords> {
  const source = spec.records[kind]!;
  try {
    const raw = await readSource(source, context);
    return typedRows(raw, { kind, wanted: wantedOf(kind, spec), names: source.columns, words: spec.words });
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}

/** The records of the run alone, and a sentence on the others. */
function narrowed(kind: Kind, read: ReadRecords, folded: FoldedRun): { read: ReadRecords; note: string | null } {
  if ('problem' in read || folded.head === null) return { read, note: null };
  const { startedAt } = folded.head;
  const marks = { keys: new Set(folded.journal.map(({ key }) => key)), prefix: keyPrefix(startedAt), startedAt };
  const rows = ofThisRun(kind, read.rows, marks);
  const others = read.rows.length - rows.length;
  const without = read.columns.has('at') ? 'they came before its start' : 'give them the column at, if they may be';
  const note =
    others === 0 ? null : `${plural(others, `${kind} record was`, `${kind} records were`)} left out as not of this run: ${without}.`;
  return { read: { ...read, rows }, note };
}

/** Reads the records that a surge names, one kind after the other, and holds them against what people were answered. Never rejects. */
export async function auditRecords(spec: AuditSpec, folded: FoldedRun, whole: boolean, context: SourceContext): Promise<RecordsAudit> {
  const records: { [Of in Kind]?: ReadRecords } = {};
  const notes: string[] = [];
  for (const kind of Object.keys(spec.records) as Kind[]) {
    const { read, note } = narrowed(kind, await readKind(kind, spec, context), folded);
    records[kind] = read;
    if (note !== null) notes.push(note);
    else if ('problem' in read && wantedOf(kind, spec).size === 0) notes.push(`${kind} records could not be read: ${read.problem}`);
  }
  const checks = checkInvariants(spec.invariants, records, { ...knownClient(folded, spec.words, Date.now()), whole });
  // Texts of the target are untrusted, and may repeat a secret that they were sent.
  const redact = jsonRedactor(context.secrets);
  return cleanValue(JSON.parse(redact(JSON.stringify({ checks, notes })))) as RecordsAudit;
}
