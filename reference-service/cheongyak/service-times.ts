import type { DependencyTimes } from '../shared/simulation/dependency.ts';
import { drawable, milliseconds, type NodeSize, queueLimit, type ServiceTime } from '../shared/simulation/service-time.ts';

/** SIMULATED, see `milliseconds`; certificates and signatures are verified for real within these times. */
const SERVICE_TIMES = {
  notice: milliseconds(6, 30, 'a notice and its units from memory, rendered'),
  challenge: milliseconds(3, 15, 'a random number, kept in memory'),
  login: milliseconds(30, 120, 'chain and signature of a certificate, a look at the register of people, a session row'),
  eligibility: milliseconds(20, 120, 'two reads: household and savings account'),
  draft: milliseconds(15, 80, 'a form checked and kept'),
  sign: milliseconds(40, 200, 'signature, chain, comparison with the form, and a commit of 8/60 ms'),
  receipt: milliseconds(8, 40, 'one read and rendering of an answer'),
} as const satisfies Readonly<Record<string, ServiceTime>>;

/** The same for drawing. */
export const SERVICE_TIME = drawable(SERVICE_TIMES);

export const DEPENDENCY_TIMES: Readonly<Record<'ocsp' | 'provider', DependencyTimes>> = {
  ocsp: {
    ...milliseconds(50, 250, 'responder of a certificate authority'),
    concurrency: { value: 24, unit: 'requests at once', source: '400 answers/s at a mean of 59 ms', kind: 'derived' },
  },
  provider: {
    ...milliseconds(180, 900, 'provider of a simple authentication or of certificates in the cloud'),
    concurrency: { value: 35, unit: 'requests at once', source: '150 confirmations/s at a mean of 229 ms', kind: 'derived' },
  },
};

/** One app node. */
export const NODE: NodeSize = {
  workers: {
    value: 32,
    unit: 'workers',
    source:
      'the 64 people/s of the last minute keep 20 workers busy: 155 ms of seven steps, 64 ms of the OCSP responder, 91 ms of providers',
    kind: 'derived',
  },
  queueLimit: queueLimit(1_200),
};
