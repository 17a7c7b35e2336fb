import type { Client } from 'pg';
import type { AdmittedTicket, JournalEntry } from '../../shared/service/service.ts';

/** PostgreSQL takes any text but this one character, and a receipt is whatever the target sent. */
const storable = (text: string): string => text.replaceAll('\u0000', '\ufffd');

/** Puts the client's side of the story beside the ledger, in tables that vanish with the connection. */
export async function loadJournal(client: Client, journal: readonly JournalEntry[], admissions: readonly AdmittedTicket[]): Promise<void> {
  await client.query('create temporary table reported (key text, amount bigint, status text, receipt text)');
  await client.query('insert into reported select * from unnest($1::text[], $2::bigint[], $3::text[], $4::text[])', [
    journal.map(({ key }) => storable(key)),
    journal.map(({ amount }) => amount),
    journal.map(({ status }) => status),
    journal.map(({ receipt }) => storable(receipt)),
  ]);
  await client.query('create temporary table admitted (lane text, ticket bigint)');
  await client.query('insert into admitted select * from unnest($1::text[], $2::bigint[])', [
    admissions.map(({ lane }) => lane),
    admissions.map(({ ticket }) => ticket),
  ]);
  await client.query('analyze reported, admitted');
}
