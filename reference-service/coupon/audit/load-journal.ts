import type { Client } from 'pg';
import { MONDAY_DIGITS } from '../../../models/people/visitor.ts';
import { loadReported, numberIn, storable } from '../../shared/audit/journal-rows.ts';
import type { AuditInput } from '../../shared/service/service.ts';

/** Fact that the surge notes: `digit`, the last one of the birth year. */
const COLUMNS = { person: 'bigint', key: 'text', step: 'text', status: 'text', receipt: 'text', digit: 'bigint' } as const;

/** Puts the visitors' side of the story beside the books. Person n has account n + 1. */
export async function loadJournal(client: Client, { journal }: AuditInput): Promise<void> {
  const rows = journal.map(({ person, key, step, status, receipt, facts }) => [
    person + 1,
    storable(key),
    storable(step),
    storable(status),
    storable(receipt),
    numberIn(facts.digit),
  ]);
  await loadReported(client, COLUMNS, rows);
  await client.query('create temporary table today (digit bigint)');
  await client.query('insert into today select unnest($1::bigint[])', [MONDAY_DIGITS]);
  await client.query('analyze reported');
}
