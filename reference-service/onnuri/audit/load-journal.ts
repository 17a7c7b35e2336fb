import type { Client } from 'pg';
import { userNumber } from '../../../models/people/person.ts';
import type { JournalEntry } from '../../../models/workload/log/journal.ts';
import { booleanIn, loadReported, numberIn, storable, textIn } from '../../shared/audit/journal-rows.ts';
import type { AuditInput } from '../../shared/service/service.ts';
import { merchantAccount } from '../ledger/account-number.ts';

/** The account of a person: by number, or by the account name in a row of the surge's own accounts; null when the row has none. */
function accountOf(accounts: AuditInput['accounts'], person: number): number | null {
  if (accounts === null) return person + 1;
  const row = accounts[person % accounts.length] as { readonly user?: unknown } | null | undefined;
  return userNumber(String(row?.user));
}

/**
 * The facts of an entry that this service compares: `store` of a payment, `of` of what takes one back, `identified` of a card, `lane` and `ticket`
 * of a login. Of a payment also `purchase`, the same for all tries to pay for one thing; `agreed`, whether the ordinary card may pay; `qr`, what is
 * wrong with the QR it was asked by.
 */
function rowOf({ person, key, amount, status, receipt, facts }: JournalEntry, accounts: AuditInput['accounts']): unknown[] {
  const asked = [storable(key), amount, storable(status), storable(receipt)];
  const { store, of, identified, lane, ticket, purchase, agreed, qr } = facts;
  const paid = [textIn(purchase), booleanIn(agreed), textIn(qr)];
  return [
    accountOf(accounts, person),
    ...asked,
    numberIn(store),
    textIn(of),
    booleanIn(identified),
    textIn(lane),
    numberIn(ticket),
    ...paid,
  ];
}

const COLUMNS = {
  account: 'bigint',
  key: 'text',
  amount: 'bigint',
  status: 'text',
  receipt: 'text',
  store: 'bigint',
  of_key: 'text',
  identified: 'boolean',
  lane: 'text',
  ticket: 'bigint',
  purchase: 'text',
  agreed: 'boolean',
  qr: 'text',
} as const;

/** Puts the client's side of the story beside the ledger, in tables that vanish with the connection. */
export async function loadJournal(client: Client, { journal, admissions, accounts, startedAt }: AuditInput): Promise<void> {
  await client.query(
    `create function pg_temp.store_account(store bigint) returns bigint language sql immutable as 'select ${merchantAccount(0)} + store'`,
  );
  await loadReported(
    client,
    COLUMNS,
    journal.map((entry) => rowOf(entry, accounts)),
  );
  await client.query('create index on reported (lane, ticket)');
  await client.query('create temporary table admitted (lane text, ticket bigint)');
  await client.query('insert into admitted select * from unnest($1::text[], $2::bigint[])', [
    admissions.map(({ lane }) => lane),
    admissions.map(({ ticket }) => ticket),
  ]);
  await client.query('create temporary table the_run (second_zero timestamptz)');
  await client.query('insert into the_run values (to_timestamp($1::double precision / 1000))', [startedAt]);
  await client.query('analyze reported, admitted');
}
