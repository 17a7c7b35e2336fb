import { cookieScheme } from '../../shared/access/credentials.ts';
import type { AppPlan } from '../../shared/app/start-app.ts';
import { createVerification } from '../identity/verification.ts';
import { connectLedger } from '../ledger/ledger.ts';
import { NODE } from '../service-times.ts';
import { type DependencyOptions, dependenciesOf } from './dependencies.ts';
import type { OnnuriConfig } from './onnuri-config.ts';
import type { RouteContext } from './route-context.ts';
import { addBalance } from './routes/balance.ts';
import { addCard } from './routes/card.ts';
import { addIdentity } from './routes/identity.ts';
import { addLogin } from './routes/login.ts';
import { addPayment } from './routes/payment.ts';
import { warmUpRequests } from './warm-up-requests.ts';

/** Connections to PostgreSQL, each shared by the requests in flight: one that waits for a lock holds up only what is behind it. */
const DATABASE_CONNECTIONS = 8;

/** The app of the service. `changes` replaces what stands in the table of service times, to saturate it on purpose. */
export function onnuriApp(config: OnnuriConfig, changes: Partial<AppPlan['node']> & DependencyOptions = {}): AppPlan {
  const ledger = connectLedger(config.databaseUrl, DATABASE_CONNECTIONS, (error) => console.error(`ledger: ${error.message}`));
  const dependencies = dependenciesOf(config.seed, changes);
  const verification = createVerification(() => performance.timeOrigin + performance.now());
  const { workers = NODE.workers.value, queueLimit = NODE.queueLimit.value } = changes;
  return {
    node: { workers, queueLimit },
    warmUp: warmUpRequests(config),
    face: (fleet) => ({
      title: 'App of the Onnuri reference service',
      description: 'Login with identity verification, card registration and QR payment. Service times are simulated; loopback only.',
      securitySchemes: cookieScheme,
      addRoutes(app) {
        const context: RouteContext = { config, ledger, dependencies, verification, fleet };
        for (const add of [addLogin, addIdentity, addCard, addBalance, addPayment]) add(app, context);
      },
    }),
    close: () => ledger.close(),
  };
}
