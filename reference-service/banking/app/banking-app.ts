import { bearerScheme } from '../../shared/access/credentials.ts';
import type { AppPlan } from '../../shared/app/start-app.ts';
import { complainOf } from '../../shared/process/complain.ts';
import { steadyClock } from '../../shared/process/steady-clock.ts';
import { connectBooks } from '../bank/books.ts';
import { NODE } from '../service-times.ts';
import type { BankingConfig } from './banking-config.ts';
import { dependenciesOf } from './dependencies.ts';
import type { RouteContext } from './route-context.ts';
import { addCode } from './routes/code.ts';
import { addLogin } from './routes/login.ts';
import { addDeregister, addToken } from './routes/token.ts';
import { addBalance, addTransfer } from './routes/transfer.ts';
import { warmUpRequests } from './warm-up-requests.ts';

const DATABASE_CONNECTIONS = 12;

/** The app of the bank: its nodes share the books. */
export function bankingApp(config: BankingConfig): AppPlan {
  const complain = complainOf('books');
  const books = connectBooks(config.databaseUrl, DATABASE_CONNECTIONS, config.bug, complain);
  const shared = {
    config,
    books,
    dependencies: dependenciesOf(config.seed, config.bug === 'otp-centre-slow'),
    now: steadyClock,
  };
  return {
    node: { workers: NODE.workers.value, queueLimit: NODE.queueLimit.value },
    warmUp: warmUpRequests(config),
    face: (fleet) => ({
      title: 'App of the banking reference service',
      description: 'A bank with one-time codes: login, codes, transfers, tokens. Service times are simulated; loopback only.',
      securitySchemes: bearerScheme,
      addRoutes(app) {
        const context: RouteContext = { ...shared, fleet };
        for (const add of [addLogin, addCode, addBalance, addTransfer, addToken, addDeregister]) add(app, context);
      },
    }),
    close: () => books.close(),
  };
}
