import { bankingApp } from '../../../reference-service/banking/app/banking-app.ts';
import type { BankingConfig } from '../../../reference-service/banking/app/banking-config.ts';
import type { BankConfig } from '../../../reference-service/banking/bank/bank-config.ts';
import { startApp } from '../../../reference-service/shared/app/start-app.ts';
import { testDatabase } from '../support/database-part.ts';

export const SECRET = 'only for tests';
const PEOPLE = 50;

/** The books of a bank with 50 customers in a PostgreSQL of their own, and SQL on them. */
export const testBank = () => testDatabase<BankConfig>('banking-bank', { people: PEOPLE, bug: null });

/** The app of the bank in this process, with one node. */
export function testApp(databaseUrl: string) {
  const size = { nodes: 1, port: 0, people: PEOPLE, seed: 1, bug: null };
  const config: BankingConfig = { service: 'banking', runId: 'test', secret: SECRET, databaseUrl, ...size };
  return startApp(config, bankingApp(config));
}
