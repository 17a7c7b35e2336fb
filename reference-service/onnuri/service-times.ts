import type { Quantity } from '../../models/workload/surge/quantity.ts';
import type { DependencyTimes } from '../shared/simulation/dependency.ts';
import { drawable, milliseconds, type NodeSize, queueLimit, type ServiceTime } from '../shared/simulation/service-time.ts';

const atLedger = 'ledger read or commit of 6/40 ms and rendering of an answer';

/** SIMULATED, see `milliseconds`. */
export const SERVICE_TIMES = {
  'open-app': milliseconds(5, 25, 'a version check from memory behind a web server'),
  login: milliseconds(40, 160, 'one PIN hash of about 35 ms (PBKDF2, 100,000 rounds, one core) and a session row'),
  'identity-send': milliseconds(10, 50, 'one row and one call; the carrier adds its own time'),
  'identity-confirm': milliseconds(15, 70, 'two rows: strike counter and session'),
  'register-card': milliseconds(30, 150, 'encryption of a card number and one row; the card network adds its own time'),
  balance: milliseconds(8, 40, atLedger),
  'qr-lookup': milliseconds(8, 40, atLedger),
  pay: milliseconds(40, 200, 'PIN check, limits, and a ledger transaction of two legs'),
  cancel: milliseconds(40, 200, 'limits and a ledger transaction of two legs'),
  'qr-bill': milliseconds(8, 40, 'a signature, and rendering of a QR'),
  'pay-card': milliseconds(40, 200, 'limits and a ledger transaction of two legs; the card network adds its own time where it is asked'),
  'net-cancel': milliseconds(30, 150, 'a ledger transaction of two legs'),
  refund: milliseconds(40, 200, 'limits and a ledger transaction of two legs'),
  'look-up': milliseconds(8, 40, atLedger),
} as const satisfies Readonly<Record<string, ServiceTime>>;

/** A step an app node serves. */
export type AppStep = keyof typeof SERVICE_TIMES;

/** The same for drawing. */
export const SERVICE_TIME = drawable(SERVICE_TIMES);

const identityLimit = 'a contract of 150 verifications/s per carrier at a mean of 229 ms: 150 × 0.229';
const bankLimit = 'two card networks of 200 authorisations/s each at a mean of 336 ms: 400 × 0.336';

export const DEPENDENCY_TIMES: Readonly<Record<'carrier' | 'bank', DependencyTimes>> = {
  /** Of each carrier. */
  carrier: {
    ...milliseconds(180, 900, 'identity provider of a carrier accepts a message for delivery'),
    concurrency: { value: 35, unit: 'requests at once', source: identityLimit, kind: 'derived' },
  },
  bank: {
    ...milliseconds(250, 1_500, 'card network checks a card that is registered'),
    concurrency: { value: 135, unit: 'requests at once', source: bankLimit, kind: 'derived' },
  },
};

/** What a card network that does not answer in time does to payments. */
export const NETWORK = {
  readTimeout: {
    value: 3_000,
    unit: 'ms',
    source: 'an operator demands a net cancel after 30 s without an answer; shortened tenfold so that it happens within a short run',
    kind: 'derived',
  },
  lateEvery: {
    value: 12,
    unit: 'authorisations',
    source: 'one of so many, more than in life, so that a short run has some',
    kind: 'assumed',
  },
  lateCancels: { value: 0.05, unit: 'share of the net cancels', source: 'net cancels run out of time as well', kind: 'assumed' },
} as const satisfies Readonly<Record<string, Quantity>>;

/** One app node. */
export const NODE: NodeSize = {
  workers: {
    value: 42,
    unit: 'workers',
    source: '240 admissions/s of the launch mix keep 127 workers busy: 75 % of 4 × 42, all of 3 × 42',
    kind: 'derived',
  },
  queueLimit: queueLimit(1_500),
};
