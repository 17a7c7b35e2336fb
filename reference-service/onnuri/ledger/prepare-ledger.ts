import { readFile } from 'node:fs/promises';
import pg from 'pg';

/** Order matters: constraints are added to seeded tables, functions refer to tables. */
const FILES = ['schema.sql', 'payments.sql', 'identity.sql', 'seed.sql'] as const;

const sql = (file: string): Promise<string> => readFile(new URL(file, import.meta.url), 'utf8');

/** Makes the schema of a run with `users` accounts and `merchants` stores. The URL must name the schema as its search path. */
export async function prepareLedger(databaseUrl: string, schema: string, users: number, merchants: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`create schema ${client.escapeIdentifier(schema)}`);
    for (const file of FILES) await client.query(await sql(file));
    await client.query('select seed($1, $2)', [users, merchants]);
    await client.query(await sql('constraints.sql'));
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** Removes the schema of a run, with everything in it. */
export async function dropLedger(databaseUrl: string, schema: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`drop schema if exists ${client.escapeIdentifier(schema)} cascade`);
  } finally {
    await client.end();
  }
}
