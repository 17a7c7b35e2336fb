import type { Client } from 'pg';
import type { LedgerCheck } from '../service/service.ts';

/** Rows of each table that a service writes while people use it. */
export type BookSizes = Readonly<Record<string, number>>;

/** Milliseconds that connections of an app that has ended are waited for. */
const PATIENCE = 10_000;
const PAUSE = 50;

/** Waits until no connection of this name is left: PostgreSQL ends a statement also when its client is gone. */
export async function untilQuiet(client: Client, name: string): Promise<void> {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    const { rows } = await client.query(`select count(*) as busy from pg_stat_activity where application_name = $1 and state <> 'idle'`, [
      name,
    ]);
    if (Number(rows[0].busy) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

export async function bookSizes(client: Client, tables: readonly string[]): Promise<BookSizes> {
  const { rows } = await client.query(`select ${tables.map((table) => `(select count(*) from ${table}) as ${table}`).join(', ')}`);
  return Object.fromEntries(tables.map((table) => [table, Number(rows[0][table])]));
}

/** Whether anything was booked while the books were read: no other check has seen it. */
export function nothingBookedMeanwhile(before: BookSizes, after: BookSizes): LedgerCheck {
  const tables = Object.keys(before);
  const changed = tables.filter((table) => before[table] !== after[table]);
  return {
    name: 'nothing-booked-meanwhile',
    examined: tables.reduce((sum, table) => sum + before[table]!, 0),
    violations: changed.reduce((sum, table) => sum + Math.abs(after[table]! - before[table]!), 0),
    examples: changed.map((table) => `${table}: ${before[table]} when the audit began, ${after[table]} when it ended`),
  };
}
