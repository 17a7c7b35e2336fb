import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { cheongyakApp } from '../../../reference-service/cheongyak/app/cheongyak-app.ts';
import type { CheongyakConfig } from '../../../reference-service/cheongyak/app/cheongyak-config.ts';
import { startApp } from '../../../reference-service/shared/app/start-app.ts';
import type { DatabaseConfig, DatabaseReady } from '../../../reference-service/shared/postgres/keep-database.ts';
import { startPart } from '../../../reference-service/shared/process/start-part.ts';
import { builtFile } from '../../support/built-file.ts';
import { theAuthority } from './signed.ts';

export const SECRET = 'only for tests';

/** A register in a PostgreSQL of its own, and SQL on it. */
export async function testRegister() {
  const dataDir = await mkdtemp(join(tmpdir(), 'surgeproof-test-'));
  const entry = pathToFileURL(builtFile('dist/reference-service-cheongyak-register-main.js'));
  const config: DatabaseConfig = { runId: 'test', dataDir, databaseUrl: null };
  const part = await startPart<DatabaseConfig, DatabaseReady>({ name: 'register', entry, config, unprivileged: true, onLog: () => {} });
  const { databaseUrl } = part.ready;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return {
    databaseUrl,
    ask: async (sql: string): Promise<Record<string, unknown>[]> => (await client.query(sql)).rows,
    stop: async (): Promise<void> => {
      await client.end();
      await part.stop();
    },
  };
}

/** The app of the service in this process, with one node and 400 people. */
export async function testApp(databaseUrl: string, changes: Partial<CheongyakConfig> = {}) {
  const { certificate: authority } = await theAuthority();
  const size = { nodes: 1, port: 0, people: 400, seed: 1, closesAfter: null, bug: null };
  const config: CheongyakConfig = { service: 'cheongyak', runId: 'test', secret: SECRET, databaseUrl, authority, ...size, ...changes };
  return startApp(config, cheongyakApp(config));
}
