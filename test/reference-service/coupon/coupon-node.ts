import { randomUUID } from 'node:crypto';
import { couponApp } from '../../../reference-service/coupon/app/coupon-app.ts';
import type { CouponConfig } from '../../../reference-service/coupon/app/coupon-config.ts';
import type { BooksConfig } from '../../../reference-service/coupon/books/books-config.ts';
import { signSession } from '../../../reference-service/shared/access/session-token.ts';
import { startApp } from '../../../reference-service/shared/app/start-app.ts';
import { ask, type Reply } from '../support/ask.ts';
import { testDatabase } from '../support/database-part.ts';

const SECRET = 'only for tests';

/** Books with so many vouchers in a PostgreSQL of their own. */
export const testBooks = (stock: number) => testDatabase<BooksConfig>('coupon-books', { stock });

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
