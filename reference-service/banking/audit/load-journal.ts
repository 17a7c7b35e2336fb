import type { Client } from 'pg';
import { loadReported, numberIn, storable, textIn } from '../../shared/audit/journal-rows.ts';
import type { AuditInput } from '../../shared/service/service.ts';

/**
 * Facts that the surge notes: `act`, as the log of attempts calls it; `customer`, where it is not the person's own number; `serial` and
 * `counter` of a code; `receiver` of a transfer; `bad`, why an attempt must be refused.
 */
const COLUMNS = {
  customer: 'bigint',
  key: 'text',
  act: 'text',
  status: 'text',
  receipt: 'text',
  amount: 'bigint',
  receiver: 'bigint',
  serial: 'bigint',
  counter: 'bigint',
  bad: 'text',
} as const;

/** Puts the customers' side of the story beside the books. Person n has account n + 1. */
export async function loadJournal(client: Client, { journal }: AuditInput): Promise<void> {
  const rows = journal.map(({ person, key, status, receipt, amount, facts }) => [
    numberIn(facts.customer) ?? person + 1,
    storable(key),
    textIn(facts.act),
    storable(status),
    storable(receipt),
    amount,
    numberIn(facts.receiver),
    numberIn(facts.serial),
    numberIn(facts.counter),
    textIn(facts.bad),
  ]);
  await loadReported(client, COLUMNS, rows);
  await client.query('analyze reported');
}
