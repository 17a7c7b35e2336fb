import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { identityApp } from '../../../reference-service/identity/app/identity-app.ts';
import type { IdentityConfig } from '../../../reference-service/identity/app/identity-config.ts';
import { startApp } from '../../../reference-service/shared/app/start-app.ts';
import type { DatabaseConfig, DatabaseReady } from '../../../reference-service/shared/postgres/keep-database.ts';
import { startPart } from '../../../reference-service/shared/process/start-part.ts';
import { builtFile } from '../../support/built-file.ts';

/** Books in a PostgreSQL of their own, and SQL on it. */
export async function testBooks() {
  const dataDir = await mkdtemp(join(tmpdir(), 'surgeproof-test-'));
  const entry = pathToFileURL(builtFile('dist/reference-service-identity-books-main.js'));
  const config: DatabaseConfig = { runId: 'test', dataDir, databaseUrl: null };
  const part = await startPart<DatabaseConfig, DatabaseReady>({ name: 'books', entry, config, unprivileged: true, onLog: () => {} });
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

/** A code is good for 1.8 s, and another may follow after 0.6; a block of six hours lasts 0.6 s. */
export const SPEED = { minutes: 100, hours: 36_000 } as const;

/** The app of the service in this process, with one node and 400 people. */
export async function testApp(databaseUrl: string, changes: Partial<IdentityConfig> = {}) {
  const size = { nodes: 1, port: 0, people: 400, seed: 1, bug: null, ruleSpeed: SPEED };
  const config: IdentityConfig = { service: 'identity', runId: 'test', secret: 'only for tests', databaseUrl, ...size, ...changes };
  return startApp(config, identityApp(config));
}
