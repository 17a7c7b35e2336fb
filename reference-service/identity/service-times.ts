import type { DependencyTimes } from '../shared/simulation/dependency.ts';
import { drawable, milliseconds, type NodeSize, queueLimit, type ServiceTime } from '../shared/simulation/service-time.ts';

/** SIMULATED, see `milliseconds`. */
const SERVICE_TIMES = {
  methods: milliseconds(4, 20, 'a page with the state of each method, from memory'),
  send: milliseconds(20, 100, 'a look at blocks and limits, and a request signed for the carrier'),
  confirm: milliseconds(25, 120, 'comparison, a commit of 8/60 ms, a session'),
  failure: milliseconds(10, 60, 'one line of the log'),
  read: milliseconds(8, 40, 'one read and rendering of an answer'),
} as const satisfies Readonly<Record<string, ServiceTime>>;

/** The same for drawing. */
export const SERVICE_TIME = drawable(SERVICE_TIMES);

export const DEPENDENCY_TIMES: Readonly<Record<'carrier' | 'card', DependencyTimes>> = {
  carrier: {
    ...milliseconds(180, 900, 'identification at a carrier'),
    concurrency: { value: 35, unit: 'requests at once', source: '150 answers/s at a mean of 229 ms', kind: 'derived' },
  },
  card: {
    ...milliseconds(250, 1_500, 'confirmation by a card company'),
    concurrency: { value: 70, unit: 'requests at once', source: '200 answers/s at a mean of 337 ms', kind: 'derived' },
  },
};

/** The text message gateway. Delays of delivery run with the rules of minutes. */
export const GATEWAY = {
  senders: { value: 4, unit: 'sender numbers', source: 'several, so that no carrier takes them for spam', kind: 'assumed' },
  perSender: { value: 300, unit: 'messages/s', source: 'what one sender number may send', kind: 'assumed' },
  overDelay: { value: 30_000, unit: 'ms', source: 'added to a message beyond that', kind: 'assumed' },
  dropped: { value: 0.05, unit: 'share', source: 'of messages beyond that, by the spam filters of carriers', kind: 'assumed' },
  delivery: milliseconds(4_000, 20_000, 'from the gateway to the phone'),
} as const;

/** One app node. */
export const NODE: NodeSize = {
  workers: {
    value: 48,
    unit: 'workers',
    source:
      'three times the 16 that 83 people/s keep busy on each of two nodes: 1.16 attempts of 254 ms, 80 ms of other steps; the rest for a carrier that is slow',
    kind: 'derived',
  },
  queueLimit: queueLimit(1_200),
};
