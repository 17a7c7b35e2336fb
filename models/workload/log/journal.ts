import { deltas, type JournalColumn, type JournalValue, packColumn, sums, unpackColumn } from './journal-columns.ts';

/** A named fact of a journal entry. What it means is known to the surge and to the audit of its service alone. */
export type JournalFact = string | number | boolean;

/** What a person asked for and was answered, as the audit of the service compares it. */
export interface JournalEntry {
  /** Number of the person among all of the run, 0 and up. */
  readonly person: number;
  /** The step whose answer it is. */
  readonly step: string;
  /** Idempotency key; empty for a request without one. */
  readonly key: string;
  /** Money; null where none is asked for. */
  readonly amount: number | null;
  /** As answered; `unknown` when the client got no readable answer. */
  readonly status: string;
  readonly receipt: string;
  readonly facts: Readonly<Record<string, JournalFact>>;
}

/**
 * Entries of one step and status with the same texts and booleans as facts, in columns by person: [step, status, texts, names of the columns, people,
 * column, column …]. People are ascending and stand as the step from the one before.
 */
export type JournalGroup = readonly [
  step: number,
  status: string,
  texts: Readonly<Record<string, string | boolean>>,
  names: readonly string[],
  people: readonly number[],
  ...columns: JournalColumn[],
];

/** Idempotency keys of a run begin with this, so that no other run has them. */
export const keyPrefix = (startedAt: number): string => `${startedAt.toString(36)}-`;

/**
 * The n-th key of a person.
 *
 * @example engineKey('lq2-', 41, 0) // => 'lq2-41-0'
 */
export const engineKey = (prefix: string, person: number, n: number | ''): string => `${prefix}${person}-${n}`;

/** Entries of a group at most, so that a line does not grow with the crowd. */
const MOST_ENTRIES = 100;

/** Columns that are no facts; those of facts begin with a dot. */
type Own = 'key' | 'amount' | 'receipt';

type Columns = ReadonlyMap<string, JournalValue>;

function keyValue({ key, person }: JournalEntry, prefix: string): JournalValue {
  const own = engineKey(prefix, person, '');
  const rest = key.startsWith(own) ? key.slice(own.length) : '';
  return /^(0|[1-9]\d{0,8})$/.test(rest) ? Number(rest) : key;
}

function columnsOf(entry: JournalEntry, prefix: string): Columns {
  const columns = new Map<string, JournalValue>();
  if (entry.key !== '') columns.set('key', keyValue(entry, prefix));
  if (entry.amount !== null) columns.set('amount', entry.amount);
  if (entry.receipt !== '') columns.set('receipt', entry.receipt);
  for (const [name, value] of Object.entries(entry.facts)) if (typeof value === 'number') columns.set(`.${name}`, value);
  return columns;
}

function textsOf({ facts }: JournalEntry): Record<string, string | boolean> {
  const texts: Record<string, string | boolean> = {};
  for (const [name, value] of Object.entries(facts)) if (typeof value !== 'number') texts[name] = value;
  return texts;
}

interface Row {
  readonly person: number;
  readonly columns: Columns;
}

type Head = readonly [step: number, status: string, texts: Readonly<Record<string, string | boolean>>, names: readonly string[]];

function groupOf([step, status, texts, names]: Head, rows: readonly Row[]): JournalGroup {
  const valuesOf = (name: string): JournalValue[] => rows.map(({ columns }) => columns.get(name)!);
  const columns = names.map((name) => packColumn(name, valuesOf(name)));
  const people = deltas(rows.map(({ person }) => person));
  return [step, status, texts, columns.map(([name]) => name), people, ...columns.map(([, values]) => values)];
}

/** Entries as the log carries them: by step, status and facts, then by person. `steps`: their names in the order of the head line. */
export function packJournal(entries: readonly JournalEntry[], steps: readonly string[], prefix: string): JournalGroup[] {
  const groups = new Map<string, Row[]>();
  for (const entry of entries) {
    const columns = columnsOf(entry, prefix);
    const head: Head = [steps.indexOf(entry.step), entry.status, textsOf(entry), [...columns.keys()]];
    const id = JSON.stringify(head);
    const rows = groups.get(id);
    if (rows === undefined) groups.set(id, [{ person: entry.person, columns }]);
    else rows.push({ person: entry.person, columns });
  }
  return [...groups].flatMap(([id, rows]) => {
    const head = JSON.parse(id) as Head;
    rows.sort((a, b) => a.person - b.person);
    const parts: JournalGroup[] = [];
    for (let i = 0; i < rows.length; i += MOST_ENTRIES) parts.push(groupOf(head, rows.slice(i, i + MOST_ENTRIES)));
    return parts;
  });
}

/** The entries of a group; names of steps by the head line. */
export function unpackJournal(group: JournalGroup, steps: readonly string[], prefix: string): JournalEntry[] {
  const [step, status, texts, names, people, ...packed] = group;
  const columns = new Map(packed.map((column, i) => unpackColumn(names[i]!, column, people.length)));
  const own = (name: Own, i: number): JournalValue | undefined => columns.get(name)?.[i];
  const facts = [...columns].filter(([name]) => name.startsWith('.'));
  const factsAt = (i: number): Record<string, JournalFact> =>
    Object.fromEntries(facts.map(([name, values]) => [name.slice(1), values[i]!]));
  return sums(people).map((person, i): JournalEntry => {
    const [key, amount, receipt] = [own('key', i) ?? '', own('amount', i) ?? null, own('receipt', i) ?? ''];
    return {
      person,
      step: steps[step]!,
      key: typeof key === 'number' ? engineKey(prefix, person, key) : String(key),
      amount: typeof amount === 'number' ? amount : null,
      status,
      receipt: String(receipt),
      facts: { ...texts, ...factsAt(i) },
    };
  });
}
