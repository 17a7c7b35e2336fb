import { cookieScheme } from '../../shared/access/credentials.ts';
import type { AppPlan } from '../../shared/app/start-app.ts';
import { windowOf } from '../../shared/app/window.ts';
import { complainOf } from '../../shared/process/complain.ts';
import { steadyClock } from '../../shared/process/steady-clock.ts';
import { connectBooks } from '../books/books.ts';
import { NODE } from '../service-times.ts';
import type { CouponConfig } from './coupon-config.ts';
import type { RouteContext } from './route-context.ts';
import { addApply } from './routes/apply.ts';
import { addBuy } from './routes/buy.ts';
import { addVisit } from './routes/visit.ts';
import { warmUpRequests } from './warm-up-requests.ts';

const DATABASE_CONNECTIONS = 8;

/** The app of the service. */
export function couponApp(config: CouponConfig): AppPlan {
  const complain = complainOf('books');
  const books = connectBooks(config.databaseUrl, DATABASE_CONNECTIONS, complain);
  const window = windowOf(config.closesAfter, steadyClock, (moment) => void books.closesAt(moment).catch(complain));
  return {
    node: { workers: NODE.workers.value, queueLimit: NODE.queueLimit.value },
    warmUp: warmUpRequests(config),
    face: (fleet) => ({
      title: 'App of the coupon reference service',
      description: 'Applications for a coupon by weekday, and a sale of vouchers that end. Service times are simulated; loopback only.',
      securitySchemes: cookieScheme,
      addRoutes(app) {
        const context: RouteContext = { config, books, window, fleet, now: steadyClock };
        for (const add of [addVisit, addApply, addBuy]) add(app, context);
      },
    }),
    close: () => books.close(),
  };
}
