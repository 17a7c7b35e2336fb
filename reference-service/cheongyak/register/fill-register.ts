import { readFile } from 'node:fs/promises';
import type { Client } from 'pg';

/** Makes the tables and functions of an empty register. */
export async function fillRegister(client: Client): Promise<void> {
  await client.query(await readFile(new URL('schema.sql', import.meta.url), 'utf8'));
}
