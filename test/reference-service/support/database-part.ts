import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import type { DatabaseConfig, DatabaseReady } from '../../../reference-service/shared/postgres/keep-database.ts';
import { type Part, startPart } from '../../../reference-service/shared/process/start-part.ts';
import { builtFile } from '../../support/built-file.ts';

export interface TestDatabase {
  readonly databaseUrl: string;
  readonly part: Part<DatabaseReady>;
  /** Runs SQL as a user of the database would. */
  ask(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

/** The database of a service, by its folder as in `onnuri-ledger`, in a PostgreSQL of its own unless the configuration names another. */
export async function testDatabase<Config extends DatabaseConfig>(
  folder: string,
  given: Omit<Config, 'runId' | 'dataDir' | 'databaseUrl'> & Partial<DatabaseConfig>,
): Promise<TestDatabase> {
  const dataDir = given.databaseUrl ? '' : await mkdtemp(join(tmpdir(), 'surgeproof-test-'));
  const config = { runId: 'test', dataDir, databaseUrl: null, ...given };
  const entry = pathToFileURL(builtFile(`dist/reference-service-${folder}-main.js`));
  const part = await startPart<typeof config, DatabaseReady>({ name: folder, entry, config, unprivileged: true, onLog: () => {} });
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
