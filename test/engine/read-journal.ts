import { type JournalEntry, keyPrefix, unpackJournal } from '../../models/workload/log/journal.ts';
import type { Log } from './virtual-run.ts';

/** The journal of a log, in the order in which it was printed. */
export function journalOf({ head, seconds }: Pick<Log, 'head' | 'seconds'>): JournalEntry[] {
  return seconds.flatMap(({ journal = [] }) => journal).flatMap((group) => unpackJournal(group, head.steps, keyPrefix(head.startedAt)));
}
