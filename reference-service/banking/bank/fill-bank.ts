import { readFile } from 'node:fs/promises';
import type { Client } from 'pg';
import { PAYEES } from '../../../models/people/customer.ts';
import { pinOf } from '../../../models/people/person.ts';
import type { BankConfig } from './bank-config.ts';

const FILES = ['schema.sql', 'access.sql', 'money.sql'] as const;

/** Won on every account when the run begins: enough for any transfer of one payday. */
const OPENING = 10_000_000;

/** A constraint that a mistake needs out of the way: the database would refuse what the app gets wrong. */
const DROPPED: Readonly<Record<string, string>> = {
  'second-token': 'drop index one_active_token',
  'double-transfer': 'alter table transfers drop constraint one_transfer_per_key',
};

/** Makes the tables and functions of the bank, with a customer, an account and a token for each of `people`, and those who are paid. */
export async function fillBank(client: Client, { people, bug }: Pick<BankConfig, 'people' | 'bug'>): Promise<void> {
  for (const file of FILES) await client.query(await readFile(new URL(file, import.meta.url), 'utf8'));
  const pins = Array.from({ length: people }, (_, i) => pinOf(i + 1));
  await client.query(
    'insert into customers (number, pin, opening, balance) select n, pin, $2, $2 from unnest($1::text[]) with ordinality given (pin, n)',
    [pins, OPENING],
  );
  await client.query('insert into customers (number, opening, balance) select $1 + n, 0, 0 from generate_series(0, $2 - 1) n', [
    PAYEES.first,
    PAYEES.count,
  ]);
  await client.query('insert into tokens (serial, customer) select n, n from generate_series(1, $1::bigint) n', [people]);
  await client.query(`select setval(pg_get_serial_sequence('tokens', 'serial'), $1)`, [people]);
  const dropped = DROPPED[bug ?? ''];
  if (dropped !== undefined) await client.query(dropped);
}
