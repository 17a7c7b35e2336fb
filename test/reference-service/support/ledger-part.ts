import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import type { LedgerConfig } from '../../../reference-service/onnuri/ledger/ledger-config.ts';
import type { DatabaseReady } from '../../../reference-service/shared/postgres/keep-database.ts';
import { type Part, startPart } from '../../../reference-service/shared/process/start-part.ts';
import { builtFile } from '../../support/built-file.ts';

export interface TestLedger {
  readonly databaseUrl: string;
  readonly part: Part<DatabaseReady>;
  /** Runs SQL as a user of the database would. */
  ask(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

/** Opening balance of user 5 by the formula in seed.sql: 30,000 + (5 · 7919 mod 48) · 10,000. */
export const OPENING_OF_FIVE = 30_000 + ((5 * 7_919) % 48) * 10_000;

/** A real ledger with 50 users and 5 stores, in a PostgreSQL of its own unless `changes` say otherwise. */
export async function testLedger(changes: Partial<LedgerConfig> = {}): Promise<TestLedger> {
  const dataDir = changes.databaseUrl ? '' : await mkdtemp(join(tmpdir(), 'surgeproof-test-'));
  const config: LedgerConfig = { runId: 'test', users: 50, merchants: 5, dataDir, databaseUrl: null, ...changes };
  const entry = pathToFileURL(builtFile('dist/reference-service-onnuri-ledger-main.js'));
  const part = await startPart<LedgerConfig, DatabaseReady>({ name: 'ledger', entry, config, unprivileged: true, onLog: () => {} });
  const { databaseUrl } = part.ready;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return {
    databaseUrl,
    part,
    ask: async (sql, values = []) => (await client.query(sql, [...values])).rows,
    stop: async () => {
      await client.end();
      await part.stop();
    },
  };
}
