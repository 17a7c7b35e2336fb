import { bearerScheme } from '../../shared/access/credentials.ts';
import type { AppConfig } from '../../shared/app/app-config.ts';
import type { AppPlan } from '../../shared/app/start-app.ts';
import { madeNotices } from '../notices/made-notices.ts';
import { noticeStore } from '../notices/notice-store.ts';
import { NODE } from '../service-times.ts';
import type { RouteContext } from './route-context.ts';
import { addComments } from './routes/comments.ts';
import { addLogin } from './routes/login.ts';
import { addNotices } from './routes/notices.ts';
import { addSearch } from './routes/search.ts';
import { warmUpRequests } from './warm-up-requests.ts';

const NOTICES = 2_000;

/** The app of the board; its nodes share one store. */
export function boardApp(config: AppConfig): AppPlan {
  const store = noticeStore(madeNotices(NOTICES, config.seed));
  return {
    node: { workers: NODE.workers.value, queueLimit: NODE.queueLimit.value },
    warmUp: warmUpRequests(config),
    face: (fleet) => ({
      title: 'Board of the surgeproof reference services',
      description: 'Notices to list, read, search and comment on behind a login. Service times are simulated; loopback only.',
      securitySchemes: bearerScheme,
      addRoutes(app) {
        const context: RouteContext = { config, store, fleet };
        for (const add of [addLogin, addNotices, addSearch, addComments]) add(app, context);
      },
    }),
    close: async () => {},
  };
}
