import { cookieScheme } from '../../shared/access/credentials.ts';
import type { AppPlan } from '../../shared/app/start-app.ts';
import { complainOf } from '../../shared/process/complain.ts';
import { steadyClock as now } from '../../shared/process/steady-clock.ts';
import { type Books, connectBooks } from '../books/books.ts';
import { clocksOf } from '../rules.ts';
import { NODE } from '../service-times.ts';
import type { IdentityConfig } from './identity-config.ts';
import { deskOf } from './others/desk.ts';
import { GATEWAY_SIZES, gatewayOf } from './others/gateway.ts';
import { othersOf } from './others/others.ts';
import type { RouteContext } from './route-context.ts';
import { addAccount } from './routes/account.ts';
import { addBlocks } from './routes/blocks.ts';
import { addConfirm } from './routes/confirm.ts';
import { addFailure } from './routes/failure.ts';
import { addMethods } from './routes/methods.ts';
import { addPhone } from './routes/phone.ts';
import { addSend } from './routes/send.ts';
import { attemptsOf } from './state/attempts.ts';
import { repeatsOf } from './state/repeats.ts';
import { sendLimitsOf } from './state/send-limits.ts';
import { WARM_UP_REQUESTS } from './warm-up-requests.ts';

const DATABASE_CONNECTIONS = 8;
/** Milliseconds between two looks for blocks that are over. */
const SWEEP = 100;
/** Milliseconds an attempt is remembered at least; a code is then long over. */
const REMEMBERED = 600_000;

/** Ends blocks whose time is over, until it is stopped. */
function sweeper(books: Books, complain: (error: unknown) => void): () => void {
  let busy = false;
  const sweep = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    await books.releaseDue().catch(complain);
    busy = false;
  };
  const timer = setInterval(() => void sweep(), SWEEP);
  return () => clearInterval(timer);
}

type Shared = Omit<RouteContext, 'fleet'>;

function sharedOf(config: IdentityConfig, books: Books): Shared {
  const clocks = clocksOf(config.ruleSpeed);
  const size = GATEWAY_SIZES[config.bug === 'sms-drought' ? 'drought' : 'usual'];
  return {
    config,
    clocks,
    books,
    attempts: attemptsOf(REMEMBERED),
    limits: sendLimitsOf(clocks, now),
    repeats: repeatsOf(REMEMBERED, now),
    others: othersOf(config.seed, config.bug === 'carrier-outage'),
    gateway: gatewayOf(size, config.ruleSpeed.minutes, config.seed, now),
    desk: deskOf(clocks, now),
    now,
  };
}

/** The app of the service: its nodes share the attempts of the last minutes and the books. */
export function identityApp(config: IdentityConfig): AppPlan {
  const complain = complainOf('books');
  const books = connectBooks(config.databaseUrl, DATABASE_CONNECTIONS, complain);
  const shared = sharedOf(config, books);
  const stop = sweeper(books, complain);
  return {
    node: { workers: NODE.workers.value, queueLimit: NODE.queueLimit.value },
    warmUp: WARM_UP_REQUESTS,
    face: (fleet) => ({
      title: 'App of the identity reference service',
      description: 'Proof of identity by phone. Carriers, messages, phones and service times are simulated; loopback only.',
      securitySchemes: cookieScheme,
      addRoutes(app) {
        const context: RouteContext = { ...shared, fleet };
        for (const add of [addMethods, addSend, addPhone, addConfirm, addFailure, addAccount, addBlocks]) add(app, context);
      },
    }),
    async close() {
      stop();
      await books.close();
    },
  };
}
