import type { Client } from 'pg';
import { loadReported, numberIn, storable, textIn } from '../../shared/audit/journal-rows.ts';
import type { AuditInput } from '../../shared/service/service.ts';

/** Facts that the surge notes: `complex` of an application, `fault` of the certificate of a login or an application. */
const COLUMNS = {
  person: 'bigint',
  key: 'text',
  status: 'text',
  receipt: 'text',
  complex: 'bigint',
  fault: 'text',
} as const;

/** Puts the applicants' side of the story beside the register. Person n has account n + 1. */
export async function loadJournal(client: Client, { journal }: AuditInput): Promise<void> {
  const rows = journal.map(({ person, key, status, receipt, facts }) => [
    person + 1,
    storable(key),
    storable(status),
    storable(receipt),
    numberIn(facts.complex),
    textIn(facts.fault),
  ]);
  await loadReported(client, COLUMNS, rows);
  await client.query('analyze reported');
}
