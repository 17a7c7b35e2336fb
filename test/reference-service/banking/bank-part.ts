import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { bankingApp } from '../../../reference-service/banking/app/banking-app.ts';
import type { BankingConfig } from '../../../reference-service/banking/app/banking-config.ts';
import type { BankConfig } from '../../../reference-service/banking/bank/bank-config.ts';
import { startApp } from '../../../reference-service/shared/app/start-app.ts';
import type { DatabaseReady } from '../../../reference-service/shared/postgres/keep-database.ts';
import { startPart } from '../../../reference-service/shared/process/start-part.ts';
import { builtFile } from '../../support/built-file.ts';

export const SECRET = 'only for tests';
const PEOPLE = 50;

/** The books of a bank with 50 customers in a PostgreSQL of their own, and SQL on them. */
export async function testBank() {
  const dataDir = await mkdtemp(join(tmpdir(), 'surgeproof-test-'));
  const entry = pathToFileURL(builtFile('dist/reference-service-banking-bank-main.js'));
  const config: BankConfig = { runId: 'test', dataDir, databaseUrl: null, people: PEOPLE, bug: null };
  const part = await startPart<BankConfig, DatabaseReady>({ name: 'bank', entry, config, unprivileged: true, onLog: () => {} });
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

/** The app of the bank in this process, with one node. */
export function testApp(databaseUrl: string) {
  const size = { nodes: 1, port: 0, people: PEOPLE, seed: 1, bug: null };
  const config: BankingConfig = { service: 'banking', runId: 'test', secret: SECRET, databaseUrl, ...size };
  return startApp(config, bankingApp(config));
}
