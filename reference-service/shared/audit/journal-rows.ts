import type { Client } from 'pg';

/** PostgreSQL takes any text but this one character, and a receipt is whatever the target sent. */
export const storable = (text: string): string => text.replaceAll('\u0000', '\ufffd');

/** A fact of a journal as what it should be; null when it is not. */
export const numberIn = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);
export const textIn = (value: unknown): string | null => (typeof value === 'string' ? storable(value) : null);
export const booleanIn = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);

/** Puts rows into the table `reported`, which vanishes with the connection. `columns`: types by name, in the order of the values of a row. */
export async function loadReported(
  client: Client,
  columns: Readonly<Record<string, string>>,
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const types = Object.entries(columns);
  await client.query(`create temporary table reported (${types.map(([name, type]) => `${name} ${type}`).join(', ')})`);
  await client.query(
    `insert into reported select * from unnest(${types.map(([, type], i) => `$${i + 1}::${type}[]`).join(', ')})`,
    types.map((_, i) => rows.map((row) => row[i])),
  );
  await client.query('create index on reported (key)');
}
