import { identityApp } from '../../../reference-service/identity/app/identity-app.ts';
import type { IdentityConfig } from '../../../reference-service/identity/app/identity-config.ts';
import { startApp } from '../../../reference-service/shared/app/start-app.ts';
import { testDatabase } from '../support/database-part.ts';

/** Books in a PostgreSQL of their own, and SQL on it. */
export const testBooks = () => testDatabase('identity-books', {});

/** A code is good for 1.8 s, and another may follow after 0.6; a block of six hours lasts 0.6 s. */
export const SPEED = { minutes: 100, hours: 36_000 } as const;

/** The app of the service in this process, with one node and 400 people. */
export async function testApp(databaseUrl: string, changes: Partial<IdentityConfig> = {}) {
  const size = { nodes: 1, port: 0, people: 400, seed: 1, bug: null, ruleSpeed: SPEED };
  const config: IdentityConfig = { service: 'identity', runId: 'test', secret: 'only for tests', databaseUrl, ...size, ...changes };
  return startApp(config, identityApp(config));
}
