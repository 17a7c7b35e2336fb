import type { Client } from 'pg';
import { loadReported, storable, textIn } from '../../shared/audit/journal-rows.ts';
import type { AuditInput } from '../../shared/service/service.ts';

/**
 * Facts that the surge notes: `cause` of a failed attempt of somebody who wanted to get through. The key is that of the attempt, the receipt of
 * a failure that counts the number of refusals.
 */
const COLUMNS = { person: 'bigint', key: 'text', status: 'text', receipt: 'text', cause: 'text' } as const;

/** Puts the people's side of the story beside the books. Person n has account n + 1. */
export async function loadJournal(client: Client, { journal }: AuditInput): Promise<void> {
  const rows = journal.map(({ person, key, status, receipt, facts }) => [
    person + 1,
    storable(key),
    storable(status),
    storable(receipt),
    textIn(facts.cause),
  ]);
  await loadReported(client, COLUMNS, rows);
  await client.query('create index on log (attempt); create index on log (person); analyze reported; analyze log');
}
