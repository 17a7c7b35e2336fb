import { cheongyakApp } from '../../../reference-service/cheongyak/app/cheongyak-app.ts';
import type { CheongyakConfig } from '../../../reference-service/cheongyak/app/cheongyak-config.ts';
import { startApp } from '../../../reference-service/shared/app/start-app.ts';
import { testDatabase } from '../support/database-part.ts';
import { theAuthority } from './signed.ts';

export const SECRET = 'only for tests';

/** A register in a PostgreSQL of its own, and SQL on it. */
export const testRegister = () => testDatabase('cheongyak-register', {});

/** The app of the service in this process, with one node and 400 people. */
export async function testApp(databaseUrl: string, changes: Partial<CheongyakConfig> = {}) {
  const { certificate: authority } = await theAuthority();
  const size = { nodes: 1, port: 0, people: 400, seed: 1, closesAfter: null, bug: null };
  const config: CheongyakConfig = { service: 'cheongyak', runId: 'test', secret: SECRET, databaseUrl, authority, ...size, ...changes };
  return startApp(config, cheongyakApp(config));
}
