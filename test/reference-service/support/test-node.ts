import type { NodeConfig } from '../../../reference-service/onnuri/app/node-config.ts';
import { startNode } from '../../../reference-service/onnuri/app/start-node.ts';
import { startDependencies } from '../../../reference-service/onnuri/dependencies/dependency-server.ts';
import { signPass } from '../../../reference-service/shared/pass.ts';
import { type TestLedger, testLedger } from './ledger-part.ts';

const SECRET = 'only for tests';

export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
  /** `name=value` of the cookie that was set; empty without one. */
  readonly cookie: string;
}

/** Asks with JSON; `headers` may hold pass and cookie. */
export async function ask(
  base: string,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  const response = await fetch(base + path, { method, headers: { ...headers, ...type }, ...json });
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
    cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
  };
}

/** The header of a pass, good for a minute unless told otherwise. */
export function passFor(lane: string, ticket: number, expiresAt = Date.now() + 60_000): Record<string, string> {
  return { 'x-queue-pass': signPass({ lane, ticket, expiresAt }, SECRET) };
}

export interface TestNode {
  readonly url: string;
  readonly ledger: TestLedger;
  stop(): Promise<void>;
}

/** One app node in this process, with quick dependencies and a real ledger of 50 users and 5 stores. */
export async function testNode(changes: Partial<NodeConfig> = {}, ledger?: TestLedger): Promise<TestNode> {
  const database = ledger ?? (await testLedger());
  const quick = { p50: 1, p99: 2, concurrency: 10 };
  const dependencies = await startDependencies({ carrier: quick, bank: quick }, 1);
  const size = { node: 1, nodes: 1, port: 0, users: 50, merchants: 5, seed: 1, workers: 20, queueLimit: 100 };
  const { databaseUrl } = database;
  const node = await startNode({
    runId: 'test',
    secret: SECRET,
    databaseUrl,
    dependencies: dependencies.url,
    dependencyTimeout: 5_000,
    ...size,
    ...changes,
  });
  const stop = async (): Promise<void> => {
    await node.close();
    await dependencies.close();
    if (ledger === undefined) await database.stop();
  };
  return { url: node.url, ledger: database, stop };
}
