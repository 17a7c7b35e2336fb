import { X509Certificate } from 'node:crypto';
import { cookieScheme } from '../../shared/access/credentials.ts';
import type { AppPlan } from '../../shared/app/start-app.ts';
import { windowOf } from '../../shared/app/window.ts';
import { complainOf } from '../../shared/process/complain.ts';
import { steadyClock as now } from '../../shared/process/steady-clock.ts';
import { connectRegister } from '../register/register.ts';
import { NODE } from '../service-times.ts';
import type { CheongyakConfig } from './cheongyak-config.ts';
import { dependenciesOf } from './dependencies.ts';
import type { Draft, RouteContext } from './route-context.ts';
import { addDraft } from './routes/draft.ts';
import { addLogin } from './routes/login.ts';
import { addNotice } from './routes/notice.ts';
import { addReceipt } from './routes/receipt.ts';
import { addSign } from './routes/sign.ts';
import { MESSAGE_TYPE } from './signed-body.ts';
import { onceOf } from './state/once.ts';
import { warmUpRequests } from './warm-up-requests.ts';

const DATABASE_CONNECTIONS = 8;
/** Bytes of a signed message; one over a form is below 5,000. */
const LARGEST_MESSAGE = 16_384;

/** The app of the service: its nodes share challenges, drafts and the register. */
export function cheongyakApp(config: CheongyakConfig): AppPlan {
  const complain = complainOf('register');
  const register = connectRegister(config.databaseUrl, DATABASE_CONNECTIONS, complain);
  const shared = {
    config,
    authority: new X509Certificate(Buffer.from(config.authority, 'base64')).publicKey,
    register,
    dependencies: dependenciesOf(config.seed, now, config.bug === 'slow-ocsp'),
    window: windowOf(config.closesAfter, now, (moment) => void register.closesAt(moment).catch(complain)),
    challenges: onceOf<true>(now),
    drafts: onceOf<Draft>(now),
    now,
  };
  return {
    node: { workers: NODE.workers.value, queueLimit: NODE.queueLimit.value },
    warmUp: warmUpRequests(config),
    face: (fleet) => ({
      title: 'App of the Cheongyak reference service',
      description:
        'Applications for a home with a certificate: login, form, signature, receipt. Service times are simulated; loopback only.',
      securitySchemes: cookieScheme,
      addRoutes(app) {
        app.addContentTypeParser(MESSAGE_TYPE, { parseAs: 'buffer', bodyLimit: LARGEST_MESSAGE }, (_request, body, done) =>
          done(null, body),
        );
        const context: RouteContext = { ...shared, fleet };
        for (const add of [addNotice, addLogin, addDraft, addSign, addReceipt]) add(app, context);
      },
    }),
    close: () => register.close(),
  };
}
