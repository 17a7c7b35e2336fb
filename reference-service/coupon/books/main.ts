import { readFile } from 'node:fs/promises';
import { keepDatabase } from '../../shared/postgres/keep-database.ts';
import { runPart } from '../../shared/process/run-part.ts';
import type { BooksConfig } from './books-config.ts';

/** The books of the coupon as a process of their own. */
runPart((config: BooksConfig) =>
  keepDatabase(config, async (client) => {
    await client.query(await readFile(new URL('schema.sql', import.meta.url), 'utf8'));
    await client.query('insert into stock values ($1, $1)', [config.stock]);
  }),
);
