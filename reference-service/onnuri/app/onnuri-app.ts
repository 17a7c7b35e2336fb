import { cookieScheme } from '../../shared/access/credentials.ts';
import type { AppPlan } from '../../shared/app/start-app.ts';
import { complainOf } from '../../shared/process/complain.ts';
import { steadyClock } from '../../shared/process/steady-clock.ts';
import { createVerification } from '../identity/verification.ts';
import { connectLedger } from '../ledger/ledger.ts';
import { NODE } from '../service-times.ts';
import { cardNetwork } from './card-network.ts';
import { type DependencyOptions, dependenciesOf } from './dependencies.ts';
import { migrateAtTimes } from './migration.ts';
import type { OnnuriConfig } from './onnuri-config.ts';
import type { RouteContext } from './route-context.ts';
import { addBalance } from './routes/balance.ts';
import { addCard } from './routes/card.ts';
import { addCardPayment } from './routes/card-payment.ts';
import { addIdentity } from './routes/identity.ts';
import { addLogin } from './routes/login.ts';
import { addPayment } from './routes/payment.ts';
import { addQr } from './routes/qr.ts';
import { addTakeBack } from './routes/take-back.ts';
import { warmUpRequests } from './warm-up-requests.ts';

/** Connections to PostgreSQL, each shared by the requests in flight: one that waits for a lock holds up only what is behind it. */
const DATABASE_CONNECTIONS = 8;

/** The app of the service. `changes` replaces what stands in the table of service times, to saturate it on purpose. */
export function onnuriApp(config: OnnuriConfig, changes: Partial<AppPlan['node']> & DependencyOptions = {}): AppPlan {
  const ledger = connectLedger(config.databaseUrl, DATABASE_CONNECTIONS, complainOf('ledger'));
  const dependencies = dependenciesOf(config.seed, changes);
  const network = cardNetwork(ledger, dependencies, config);
  const stopMigration = config.bug === 'migration-lock' ? migrateAtTimes(ledger) : () => {};
  const verification = createVerification(steadyClock);
  const { workers = NODE.workers.value, queueLimit = NODE.queueLimit.value } = changes;
  return {
    node: { workers, queueLimit },
    warmUp: warmUpRequests(config),
    face: (fleet) => ({
      title: 'App of the Onnuri reference service',
      description:
        'Login with identity verification, card registration, payment by QR and by linked card. Service times are simulated; loopback only.',
      securitySchemes: cookieScheme,
      addRoutes(app) {
        const context: RouteContext = { config, ledger, dependencies, network, verification, fleet };
        const routes = [addLogin, addIdentity, addCard, addBalance, addQr, addPayment, addCardPayment, addTakeBack];
        for (const add of routes) add(app, context);
      },
    }),
    async close() {
      stopMigration();
      await network.close();
      await ledger.close();
    },
  };
}
