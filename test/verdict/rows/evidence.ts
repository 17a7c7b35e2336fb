import type { SurgeProfile } from '../../../models/workload/surge/surge.ts';
import { FAIL, INCONCLUSIVE, PASS } from '../expected.ts';
import type { Row } from '../row.ts';
import { budgets, NO_LIMITS } from '../virtual/changed-budgets.ts';
import type { Said } from '../virtual/hosted-run.ts';
import { type Broken, virtual } from '../virtual/virtual.ts';

/** Two minutes in which six people a second pay: five seconds are 4 % of them. */
const twoMinutes: Partial<SurgeProfile> = { arrivals: { shape: 'constant', rate: 12 }, arrivalSeconds: 120 };

type App = NonNullable<Broken['app']>;
/** A good answer that takes so long. */
const slow = (said: Said, duration: number): Said => (said === 'never' ? said : { ...said, duration });

const slowPayments =
  (from: number, to: number): App =>
  (ask, well) =>
    ask.path === '/payments' && ask.second >= from && ask.second < to ? slow(well(), 2_000) : well();
const brokenPayments =
  (from: number, to: number): App =>
  (ask, well) =>
    ask.path === '/payments' && ask.second >= from && ask.second < to ? { status: 503, body: {}, duration: 9 } : well();

/** Each n-th payment is as slow as said. */
function everySo(n: number, duration: number): App {
  let payments = 0;
  return (ask, well) => (ask.path === '/payments' && ++payments % n === 0 ? slow(well(), duration) : well());
}
function failingEvery(n: number): App {
  let payments = 0;
  return (ask, well) => (ask.path === '/payments' && ++payments % n === 0 ? { status: 503, body: {}, duration: 9 } : well());
}

/** What so few samples, or so short a collapse, can show. */
export const evidence: readonly Row[] = [
  {
    what: 'payments take 2 s for five seconds on end, and three are allowed: p95 of the whole run keeps its limit',
    break: virtual({ profile: twoMinutes, configuration: budgets({ stretch: 3_000 }, 'pay'), app: slowPayments(60, 65) }),
    expect: { ...FAIL, headline: /^“Approve the payment” was over its limit at p95 for \d.* without a break, from second 6\d on/ },
  },
  {
    what: 'payments take 2 s for two seconds on end, and three are allowed',
    break: virtual({ profile: twoMinutes, configuration: budgets({ stretch: 3_000 }, 'pay'), app: slowPayments(60, 62) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'payments fail for four seconds on end, and two are allowed: the share of the whole run keeps its limit',
    break: virtual({ profile: twoMinutes, configuration: budgets({ burst: 2_000, errorShare: 0.08 }, 'pay'), app: brokenPayments(60, 64) }),
    expect: { ...FAIL, headline: /^Far too many attempts at “Approve the payment” failed for \d.* without a break/ },
  },
  {
    what: 'payments fail for two seconds on end, and five are allowed',
    break: virtual({ profile: twoMinutes, configuration: budgets({ errorShare: 0.08 }, 'pay'), app: brokenPayments(60, 62) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'the service stands still for twelve seconds, then answers everything at once',
    break: virtual({
      profile: { ...twoMinutes, clientTimeout: 30_000 },
      configuration: budgets({ p50: null, p99: null }),
      app: (ask, well) => (ask.second >= 60 && ask.second < 72 ? slow(well(), 1_000 * (72 - ask.second)) : well()),
    }),
    expect: { ...FAIL, headline: '' },
  },
  {
    what: 'note 27: every fourteenth payment takes 2.9 s, and so few cannot show that p95 failed',
    break: virtual({ app: everySo(14, 2_900) }),
    expect: { ...INCONCLUSIVE, headline: /^“Approve the payment” took 2\.\d+ s at p95 .*, with too few samples to be sure\.$/ },
  },
  {
    what: 'every thirtieth payment takes 2.9 s: p95 keeps its limit',
    break: virtual({ app: everySo(30, 2_900) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'note 28: every fifteenth payment takes 3.5 s, far more than one in a hundred',
    break: virtual({ app: everySo(15, 3_500) }),
    expect: { ...FAIL, headline: /^“Approve the payment” took 3\.\d+ s at p99/ },
  },
  {
    what: 'payments have no limit, and every sixth of them fails',
    break: virtual({ configuration: budgets(NO_LIMITS, 'pay'), app: failingEvery(6) }),
    expect: { ...FAIL, headline: /^1\d\.?\d* % of \d+ attempts at “Approve the payment” failed/ },
  },
  {
    what: 'payments have no limit, and every sixtieth of them fails',
    break: virtual({ configuration: budgets(NO_LIMITS, 'pay'), app: failingEvery(60) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'every limit is one that so few people cannot show, and kept',
    break: virtual({ configuration: budgets({ p50: null, errorShare: 0.001, minSamples: 1_000 }) }),
    expect: { ...INCONCLUSIVE, headline: 'The run has too few samples for any latency or error budget.' },
  },
  {
    what: 'errors alone are limited, by a share that so few people can show',
    break: virtual({ configuration: budgets({ p50: null, p95: null, p99: null, errorShare: 0.05 }) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'one of a few payments fails, and the limit is 0.1 %',
    break: virtual({ configuration: budgets({ errorShare: 0.001 }, 'pay'), app: failingEvery(120) }),
    expect: {
      ...INCONCLUSIVE,
      headline: /^0\.\d+ % of \d+ attempts at “Approve the payment” failed .*, with too few samples to be sure\.$/,
    },
  },
];
