import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { couponApp } from '../../../reference-service/coupon/app/coupon-app.ts';
import type { CouponConfig } from '../../../reference-service/coupon/app/coupon-config.ts';
import type { BooksConfig } from '../../../reference-service/coupon/books/books-config.ts';
import { signSession } from '../../../reference-service/shared/access/session-token.ts';
import { startApp } from '../../../reference-service/shared/app/start-app.ts';
import type { DatabaseReady } from '../../../reference-service/shared/postgres/keep-database.ts';
import { startPart } from '../../../reference-service/shared/process/start-part.ts';
import { builtFile } from '../../support/built-file.ts';
import { ask, type Reply } from '../support/ask.ts';

const SECRET = 'only for tests';

/** Books with so many vouchers in a PostgreSQL of their own. */
export async function testBooks(stock: number) {
  const dataDir = await mkdtemp(join(tmpdir(), 'surgeproof-test-'));
  const config: BooksConfig = { runId: 'test', dataDir, databaseUrl: null, stock };
  const entry = pathToFileURL(builtFile('dist/reference-service-coupon-books-main.js'));
  const part = await startPart<BooksConfig, DatabaseReady>({ name: 'books', entry, config, unprivileged: true, onLog: () => {} });
  const { databaseUrl } = part.ready;
  const query = async (sql: string): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    return rows;
  };
  return { databaseUrl, query, stop: () => part.stop() };
}

/** The app of the coupon with one node in this process; `call` asks as somebody who is logged in. */
export async function couponNode(databaseUrl: string, changes: Partial<CouponConfig> = {}) {
  const size = { nodes: 1, port: 0, people: 500, seed: 1 };
  const config: CouponConfig = {
    service: 'coupon',
    runId: 'test',
    secret: SECRET,
    databaseUrl,
    closesAfter: null,
    bug: null,
    ...size,
    ...changes,
  };
  const app = await startApp(config, couponApp(config));
  const call = (user: number, method: 'GET' | 'POST', path: string, body?: unknown): Promise<Reply> =>
    ask(app.url, method, path, body, { cookie: `sid=${signSession({ id: randomUUID(), user }, SECRET)}` });
  return { url: app.url, call, close: () => app.close() };
}
