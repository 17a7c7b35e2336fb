import type { LedgerConfig } from '../../../reference-service/onnuri/ledger/ledger-config.ts';
import { type TestDatabase, testDatabase } from './database-part.ts';

export type TestLedger = TestDatabase;

/** Opening balance of user 5 by the formula in seed.sql: 30,000 + (5 · 7919 mod 48) · 10,000. */
export const OPENING_OF_FIVE = 30_000 + ((5 * 7_919) % 48) * 10_000;

/** A real ledger with 50 users and 5 stores, in a PostgreSQL of its own unless `changes` say otherwise. */
export const testLedger = (changes: Partial<LedgerConfig> = {}): Promise<TestLedger> =>
  testDatabase<LedgerConfig>('onnuri-ledger', { users: 50, merchants: 5, ...changes });
