import { merchantOf } from '../../../models/people/merchant.ts';
import { pinOf, userNumber } from '../../../models/people/person.ts';
import { parseEmvPayload } from '../../../models/protocols/emv-qr.ts';
import { verifyPass } from '../../../reference-service/shared/access/pass.ts';
import type { Ask, Said } from './hosted-run.ts';

/** Signs the passes of virtual runs. */
export const SECRET = 'virtual';

/** Won that everybody has at first: two payments are always possible, never many. */
const OPENING = 120_000;

type Answer = Exclude<Said, 'never' | { error: string }>;

/** What the voucher app keeps in a virtual run. */
interface Kept {
  readonly sessions: Map<string, number>;
  readonly balances: Map<number, number>;
  /** Answers by idempotency key. */
  readonly answers: Map<string, Answer>;
  readonly paid: Map<string, { readonly user: number; readonly amount: number }>;
  receipts: number;
}

const refuse = (status: number, error: string): Answer => ({ status, body: { error, message: `${error}.` } });
const say = (body: object): Answer => ({ status: 200, body });

/** Milliseconds of work, spread evenly over 8 to 32: the golden section keeps neighbours apart. */
const work = (n: number): number => 8 + 24 * ((n * 0.618_033_988_749_895) % 1);

/** The voucher app as it should be, by its HTTP contract, with a ledger in memory. It answers at once; `duration` says how long it took. */
export function voucherService(): (ask: Ask) => Answer {
  const kept: Kept = { sessions: new Map(), balances: new Map(), answers: new Map(), paid: new Map(), receipts: 0 };
  let asked = 0;
  return (ask) => ({ ...route(kept, ask), duration: work(++asked) });
}

function route(kept: Kept, ask: Ask): Answer {
  if (ask.path === '/app/version') return withPass(ask, () => say({ version: '2.0.0', minimum: '2.0.0' }));
  if (ask.path === '/login') return withPass(ask, (lane) => login(kept, ask, lane));
  const user = kept.sessions.get(/sid=([^;]*)/.exec(ask.cookies)?.[1] ?? '');
  if (user === undefined) return refuse(401, 'login-required');
  switch (ask.path) {
    case '/identity/send':
      return say({ request: `request-${user}`, code: '424242' });
    case '/identity/confirm':
      return ask.body.code === '424242' ? say({ verified: true }) : refuse(400, 'wrong-code');
    case '/cards':
      return say({ card: `c${user}`, opened: balanceOf(kept, user) });
    case '/balance':
      return say({ balance: balanceOf(kept, user), currency: 'KRW' });
    case '/qr/lookup':
      return lookUp(ask);
    case '/payments':
      return once(kept, ask, () => pay(kept, ask, user));
    case '/payments/cancel':
      return once(kept, ask, () => cancel(kept, ask, user));
    default:
      return refuse(404, 'not-found');
  }
}

function withPass(ask: Ask, then: (lane: string) => Answer): Answer {
  const check = verifyPass(ask.headers['x-queue-pass'] ?? '', SECRET, Date.now());
  if (check.state === 'valid') return then(check.claims.lane);
  return refuse(403, check.state === 'expired' ? 'pass-expired' : 'pass-required');
}

function login({ sessions }: Kept, { body }: Ask, lane: string): Answer {
  const user = userNumber(String(body.user));
  if (user === null || body.pin !== pinOf(user)) return refuse(401, 'wrong-pin');
  const token = `session-${user}-${sessions.size}`;
  sessions.set(token, user);
  return { ...say({ next: lane === 'register' ? 'identity' : 'home' }), cookie: `sid=${token}` };
}

const balanceOf = ({ balances }: Kept, user: number): number => balances.get(user) ?? OPENING;

function lookUp({ body }: Ask): Answer {
  const number = Number(parseEmvPayload(String(body.payload))?.merchant?.slice(1));
  if (!Number.isInteger(number)) return refuse(422, 'invalid-qr');
  const { merchant, name, region } = merchantOf(number);
  return say({ merchant, name, region, eligible: true });
}

/** The stored answer to a key that was used before. */
function once({ answers }: Kept, { body }: Ask, make: () => Answer): Answer {
  const key = String(body.key);
  const answer = answers.get(key) ?? make();
  answers.set(key, answer);
  return answer;
}

const receipt = (kept: Kept): string => `R-${String(++kept.receipts).padStart(10, '0')}`;

function pay(kept: Kept, { body }: Ask, user: number): Answer {
  const [amount, balance] = [Number(body.amount), balanceOf(kept, user)];
  if (amount > balance) return refuse(402, 'declined');
  kept.balances.set(user, balance - amount);
  kept.paid.set(String(body.key), { user, amount });
  return say({ status: 'approved', receipt: receipt(kept), balance: balance - amount });
}

function cancel(kept: Kept, { body }: Ask, user: number): Answer {
  const paid = kept.paid.get(String(body.of));
  if (paid === undefined || paid.user !== user) return refuse(404, 'no-payment');
  kept.paid.delete(String(body.of));
  const balance = balanceOf(kept, user) + paid.amount;
  kept.balances.set(user, balance);
  return say({ status: 'cancelled', receipt: receipt(kept), balance });
}
