import { readFile } from 'node:fs/promises';
import type { Client } from 'pg';

/** Makes the tables and functions of empty books. */
export async function fillBooks(client: Client): Promise<void> {
  await client.query(await readFile(new URL('schema.sql', import.meta.url), 'utf8'));
}
