import type { AppReady } from '../shared/app/run-app.ts';
import type { Service } from '../shared/service/service.ts';
import { startDatabase } from '../shared/service/start-database.ts';
import type { CouponConfig } from './app/coupon-config.ts';
import { auditBooks } from './audit/audit-books.ts';
import type { BooksConfig } from './books/books-config.ts';
import { BUGS, type CouponBug } from './bugs.ts';

/** Vouchers on sale, as a share of the people: they are sold out while people still come. Assumed. */
const STOCK_SHARE = 0.05;

/** Applications for a coupon, each weekday for some birth years, and a sale of vouchers that end; behind a waiting room, with books in PostgreSQL. */
const coupon: Service = {
  waitingRoom: true,
  database: true,
  bugs: Object.keys(BUGS),
  async start({ app, dataDir, databaseUrl, closesAfter, bug: named, start }) {
    const entry = (file: string): URL => new URL(file, import.meta.url);
    const stock = Math.max(1, Math.round(app.people * STOCK_SHARE));
    const booksConfig: BooksConfig = { runId: app.runId, dataDir, databaseUrl, stock };
    const books = await startDatabase(start, 'books', entry('books/main.ts'), booksConfig);
    const config: CouponConfig = { ...app, databaseUrl: books.url, closesAfter, bug: named as CouponBug | null };
    return {
      app: await start<CouponConfig, AppReady>({ name: 'app', entry: entry('app/main.ts'), config }),
      processes: books.processes,
      audit: (input) => auditBooks(books.url, input),
    };
  },
};

export default coupon;
