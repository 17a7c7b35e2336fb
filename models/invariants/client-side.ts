import type { JournalFact } from '../workload/log/journal.ts';
import type { Status } from './records/columns.ts';

/** What one person asked for and was answered. */
export interface ClientEntry {
  readonly person: number;
  readonly step: string;
  readonly key: string;
  readonly amount: number | null;
  readonly status: Status;
  readonly receipt: string;
  readonly facts: Readonly<Record<string, JournalFact>>;
}

/** A place in line that somebody held. */
export interface ClientPlace {
  readonly lane: string;
  readonly ticket: number;
}

/** Requests of a step: how many were sent, and how many of them got an answer of the service. */
export interface StepTotal {
  readonly step: string;
  readonly sent: number;
  readonly answered: number;
}

/** A run as the people in it saw it. */
export interface ClientSide {
  readonly entries: readonly ClientEntry[];
  readonly admitted: readonly ClientPlace[];
  /** Everybody who got a place, whatever became of them. */
  readonly places: readonly ClientPlace[];
  readonly totals: readonly StepTotal[];
  /** Second 0 of the run, and when the records were read; Unix milliseconds. */
  readonly startedAt: number;
  readonly readAt: number;
}

/** Entries of these steps; of all, when none is named. */
export const ofSteps = (entries: readonly ClientEntry[], steps: readonly string[]): readonly ClientEntry[] =>
  steps.length === 0 ? entries : entries.filter(({ step }) => steps.includes(step));

/** Entries by key; a key that was used several times keeps the answer that says most: any before `unknown`. */
export function entriesByKey(entries: readonly ClientEntry[]): ReadonlyMap<string, ClientEntry> {
  const byKey = new Map<string, ClientEntry>();
  for (const entry of entries) {
    if (entry.key === '') continue;
    const before = byKey.get(entry.key);
    if (before === undefined || before.status === 'unknown') byKey.set(entry.key, entry);
  }
  return byKey;
}
