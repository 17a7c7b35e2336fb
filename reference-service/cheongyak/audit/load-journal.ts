import type { Client } from 'pg';
import type { AuditInput } from '../../shared/service/service.ts';

/** PostgreSQL takes any text but this one character, and a receipt is whatever the target sent. */
const storable = (text: string): string => text.replaceAll('\u0000', '\ufffd');

const textIn = (value: unknown): string | null => (typeof value === 'string' ? storable(value) : null);
const numberIn = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);

/** Facts that the surge notes: `complex` and `fault` of an application, `lane` and `ticket` of a login. */
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
  const names = Object.keys(COLUMNS);
  await client.query(
    `create temporary table reported (${Object.entries(COLUMNS)
      .map(([name, type]) => `${name} ${type}`)
      .join(', ')})`,
  );
  const rows = journal.map(({ person, key, status, receipt, facts }) => [
    person + 1,
    storable(key),
    storable(status),
    storable(receipt),
    numberIn(facts.complex),
    textIn(facts.fault),
  ]);
  const types = Object.values(COLUMNS).map((type, i) => `$${i + 1}::${type}[]`);
  await client.query(
    `insert into reported select * from unnest(${types.join(', ')})`,
    names.map((_, i) => rows.map((row) => row[i])),
  );
  await client.query('create index on reported (key)');
  await client.query('analyze reported');
}
