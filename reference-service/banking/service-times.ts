import type { DependencyTimes } from '../shared/simulation/dependency.ts';
import { drawable, milliseconds, type NodeSize, queueLimit, type ServiceTime } from '../shared/simulation/service-time.ts';

/** SIMULATED, see `milliseconds`; codes are verified and money is booked for real within these times. */
const SERVICE_TIMES = {
  start: milliseconds(3, 15, 'a version number from memory'),
  identity: milliseconds(10, 40, 'a request to a provider, besides its answer'),
  login: milliseconds(20, 90, 'a hashed PIN, a look at the customer, a session row'),
  balance: milliseconds(10, 60, 'two reads'),
  verify: milliseconds(5, 25, 'a code handed on to the OTP centre, and one commit'),
  transfer: milliseconds(20, 120, 'limits, two accounts, and a commit'),
  'see-transfer': milliseconds(6, 30, 'one read'),
  'open-account': milliseconds(40, 200, 'checks of a new customer, and a commit'),
  issue: milliseconds(600, 2_000, 'a secret made, put into the phone and confirmed: within a few seconds of the PIN'),
  tokens: milliseconds(6, 30, 'one read'),
  deregister: milliseconds(30, 150, 'a serial number compared and a commit'),
} as const satisfies Readonly<Record<string, ServiceTime>>;

/** The same for drawing. */
export const SERVICE_TIME = drawable(SERVICE_TIMES);

export const DEPENDENCY_TIMES: Readonly<Record<'centre' | 'provider', DependencyTimes>> = {
  centre: {
    ...milliseconds(15, 80, 'OTP centre that many banks share'),
    concurrency: { value: 10, unit: 'requests at once', source: '500 codes/s at a mean of 20 ms', kind: 'derived' },
  },
  provider: {
    ...milliseconds(180, 900, 'provider of identity verification by phone'),
    concurrency: { value: 35, unit: 'requests at once', source: '150 confirmations/s at a mean of 229 ms', kind: 'derived' },
  },
};

/** One app node. */
export const NODE: NodeSize = {
  workers: {
    value: 8,
    unit: 'workers',
    source:
      'the 11.5 people/s of a payday keep 2 workers busy, the 30 of the smoke profile 5: 106 ms of six steps, 36 ms of proofs on the web, 18 ms of new tokens',
    kind: 'derived',
  },
  queueLimit: queueLimit(1_200),
};

/** Share of the tokens whose clock is wrong, those of one old series; and by how much. */
export const DRIFT = {
  share: { value: 0.005, unit: 'share of the tokens', source: 'an old series of one maker fails; share assumed', kind: 'assumed' },
  seconds: { value: -480, unit: 's', source: 'four years at 4 parts in a million', kind: 'assumed' },
} as const;
