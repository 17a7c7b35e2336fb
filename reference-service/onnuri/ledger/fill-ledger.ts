import { readFile } from 'node:fs/promises';
import type { Client } from 'pg';
import { BUG_SQL } from './bug-sql.ts';
import type { LedgerConfig } from './ledger-config.ts';

/** Order matters: constraints are added to seeded tables, functions refer to tables. */
const FILES = [
  'schema.sql',
  'money/policy.sql',
  'payments.sql',
  'money/tenders.sql',
  'money/take-backs.sql',
  'money/settlement.sql',
  'money/network.sql',
  'cards.sql',
  'seed.sql',
] as const;

/** What is in a ledger when it opens. */
export type FilledLedger = Pick<LedgerConfig, 'users' | 'merchants' | 'bug'>;

const sql = (file: string): Promise<string> => readFile(new URL(file, import.meta.url), 'utf8');

/** Makes the tables and functions of a ledger with `users` accounts and `merchants` stores; with a mistake in it where one is named. */
export async function fillLedger(client: Client, { users, merchants, bug = null }: FilledLedger): Promise<void> {
  for (const file of FILES) await client.query(await sql(file));
  await client.query('select seed($1, $2)', [users, merchants]);
  await client.query(await sql('constraints.sql'));
  const mistake = bug === null ? undefined : BUG_SQL[bug];
  if (mistake !== undefined) await client.query(mistake);
}
