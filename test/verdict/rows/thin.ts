import { FAIL, INCONCLUSIVE, PASS } from '../expected.ts';
import type { Row } from '../row.ts';
import { budgets, NO_LIMITS } from '../virtual/changed-budgets.ts';
import { type Broken, virtual } from '../virtual/virtual.ts';

const failingPayments = (n: number): NonNullable<Broken['app']> => {
  let payments = 0;
  return (ask, well) => (ask.path === '/payments' && ++payments % n === 0 ? { status: 503, body: {}, duration: 9 } : well());
};

/** A run that shows little passes for little. */
export const thin: readonly Row[] = [
  {
    what: 'note 24: one payment in 150 fails, the limit is 0.1 %, and so few cannot show it',
    break: virtual({ configuration: budgets({ errorShare: 0.001 }, 'pay'), app: failingPayments(150) }),
    expect: { ...INCONCLUSIVE, headline: '' },
  },
  {
    what: 'no payment fails, the limit is 0.1 %, and so few cannot show it: other limits are shown',
    break: virtual({ configuration: budgets({ errorShare: 0.001 }, 'pay') }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'every limit on errors is 0.1 % and every limit on latency needs more people than come',
    break: virtual({ configuration: budgets({ p50: null, p95: null, errorShare: 0.001 }) }),
    expect: { ...INCONCLUSIVE, headline: 'The run has too few samples for any latency or error budget.' },
  },
  {
    what: 'note 43: five people in all',
    break: virtual({ profile: { arrivals: { shape: 'constant', rate: 0.5 } } }),
    expect: { ...INCONCLUSIVE, headline: 'The run has too few samples for any latency or error budget.' },
  },
  {
    what: 'note 44: everybody arrives before the judged phase',
    break: virtual({
      profile: {
        phases: [
          { name: 'warm-up', from: 0, judged: false },
          { name: 'steady', from: 20, judged: true },
        ],
      },
    }),
    expect: { ...INCONCLUSIVE, headline: '“Join the queue” was not measured: no request of this step was made in the judged phases.' },
  },
  {
    what: 'nothing is limited at all',
    break: virtual({ configuration: budgets(NO_LIMITS) }),
    expect: { ...INCONCLUSIVE, headline: 'No latency or error budget was set, so that nothing could be judged.' },
  },
  {
    what: 'note 96: the payments have no limit, and every one of them is 503',
    break: virtual({ configuration: budgets(NO_LIMITS, 'pay'), app: failingPayments(1) }),
    expect: { ...FAIL, headline: '' },
  },
  {
    what: 'the payments have no limit, and none fails',
    break: virtual({ configuration: budgets(NO_LIMITS, 'pay') }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'nobody cancels: a rare step that was never made',
    break: virtual({ app: (ask, well) => (ask.path === '/payments' ? { status: 402, body: { error: 'declined' }, duration: 9 } : well()) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'a target without an audit passes, and the report says that nobody looked at the books',
    break: virtual({
      audit: null,
      configuration: (clean) => ({ ...clean, profile: { ...clean.profile } }),
      ending: { targetIdentity: 'not-asked' },
    }),
    expect: { verdict: 'PASS', exit: 0, headline: 'All ' },
    twin: true,
  },
];
