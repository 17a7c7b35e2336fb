import { onnuriApp } from '../../../reference-service/onnuri/app/onnuri-app.ts';
import type { OnnuriConfig } from '../../../reference-service/onnuri/app/onnuri-config.ts';
import { signPass } from '../../../reference-service/shared/access/pass.ts';
import { startApp } from '../../../reference-service/shared/app/start-app.ts';
import { type TestLedger, testLedger } from './ledger-part.ts';

const SECRET = 'only for tests';

/** The header of a pass, good for a minute unless `expiresAt` says otherwise. */
export function passFor(lane: string, ticket: number, expiresAt = Date.now() + 60_000): Record<string, string> {
  return { 'x-queue-pass': signPass({ lane, ticket, expiresAt }, SECRET) };
}

export interface TestNode {
  readonly url: string;
  readonly ledger: TestLedger;
  stop(): Promise<void>;
}

type Changes = Partial<OnnuriConfig> & Parameters<typeof onnuriApp>[1];

/** The app of onnuri with one node in this process, with quick dependencies and a real ledger of 50 users and 5 stores. */
export async function testNode(changes: Changes = {}, ledger?: TestLedger): Promise<TestNode> {
  const database = ledger ?? (await testLedger());
  const quick = { p50: 1, p99: 2, concurrency: 10 };
  const size = { nodes: 1, port: 0, people: 50, merchants: 5, seed: 1 };
  const { databaseUrl } = database;
  const config: OnnuriConfig = { service: 'onnuri', runId: 'test', secret: SECRET, databaseUrl, ...size, ...changes };
  const app = await startApp(config, onnuriApp(config, { carrier: quick, bank: quick, workers: 20, queueLimit: 100, ...changes }));
  const stop = async (): Promise<void> => {
    await app.close();
    if (ledger === undefined) await database.stop();
  };
  return { url: app.url, ledger: database, stop };
}
