import { readFile } from 'node:fs/promises';
import type { Client } from 'pg';

/** Order matters: constraints are added to seeded tables, functions refer to tables. */
const FILES = ['schema.sql', 'payments.sql', 'cards.sql', 'seed.sql'] as const;

const sql = (file: string): Promise<string> => readFile(new URL(file, import.meta.url), 'utf8');

/** Makes the tables and functions of a ledger with `users` accounts and `merchants` stores. */
export async function fillLedger(client: Client, users: number, merchants: number): Promise<void> {
  for (const file of FILES) await client.query(await sql(file));
  await client.query('select seed($1, $2)', [users, merchants]);
  await client.query(await sql('constraints.sql'));
}
