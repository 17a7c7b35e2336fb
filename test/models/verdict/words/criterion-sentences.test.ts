import { describe, expect, it } from 'vitest';
import type { CriterionResult } from '../../../../models/results/verdict.ts';
import { criterionSentence } from '../../../../models/verdict/words/criterion-sentences.ts';
import { HEALTH_WORDS } from '../../../../models/verdict/words/health-words.ts';
import { QUEUE_WORDS } from '../../../../models/verdict/words/queue-words.ts';

const latency: CriterionResult = {
  ...{ id: 'budgets.pay.p95', kind: 'latency', subject: 'pay', title: 'Pay', statistic: 'p95', value: 1_200, operator: '<=', limit: 1_000 },
  ...{ unit: 'ms', margin: -0.2, samples: 1, interval: null, verdict: 'INCONCLUSIVE' },
};
const errors: CriterionResult = { ...latency, kind: 'errors', statistic: 'errorShare', value: 0.5, unit: 'share', limit: 0.01, samples: 2 };
const stretched = { statistic: 'stretch', value: 30_000, limit: 10_000 } as const;
const stretch: CriterionResult = { ...latency, ...stretched, margin: -2, second: 1_200, verdict: 'FAIL' };
const missing = { value: null, because: 'not-measured' } as const;

describe('the sentence of a criterion', () => {
  it.each<[string, CriterionResult]>([
    ['“Pay” took 1.2 s at p95 (budget 1 s).', { ...latency, verdict: 'FAIL' }],
    ['“Pay” took 1.2 s at p95 (budget 1 s), with too few samples to be sure.', { ...latency, because: 'few-beyond-percentile' }],
    ['The p95 of “Pay” has only 1 sample.', { ...latency, value: 900, margin: 0.1, because: 'too-few-samples' }],
    ['“Pay” was over its limit at p95 for 30 s without a break, from second 1,200 on (at most 10 s allowed).', stretch],
    [
      '“Pay” was over its limit at p95 for 0 ms without a break (at most 10 s allowed).',
      { ...latency, ...stretched, value: 0, verdict: 'PASS' },
    ],
    [
      'Far too many attempts at “Pay” failed for 6 s without a break, from second 7 on (at most 5 s allowed).',
      { ...stretch, kind: 'errors', statistic: 'burst', value: 6_000, limit: 5_000, second: 7 },
    ],
    ['“Pay” was not measured: no request of this step was answered as expected in the judged phases.', { ...latency, ...missing }],
    ['50 % of 2 attempts at “Pay” failed (budget 1 %).', { ...errors, verdict: 'FAIL' }],
    ['The error share of “Pay” has only 2 samples.', { ...errors, value: 0, margin: 1, because: 'too-few-samples' }],
    [
      '50 % of 2 attempts at “Pay” failed (budget 1 %), but its 95 % confidence interval reaches from 0.9 % to 99 %.',
      { ...errors, because: 'interval-crosses-limit', interval: { low: 0.009, high: 0.99, confidence: 0.95 } },
    ],
    ['The audit was not done.', { ...errors, ...missing, kind: 'invariant', subject: 'audit' }],
    ['The audit found nothing to examine for “Money”.', { ...errors, ...missing, kind: 'invariant', title: 'Money' }],
    [
      'The audit could not check “Money”: the measurement log is not whole.',
      { ...errors, kind: 'invariant', title: 'Money', value: null, because: 'journal-incomplete' },
    ],
    ['2 double taps at “Pay” got the same answer twice.', { ...errors, kind: 'idempotency', value: 0, verdict: 'PASS' }],
    [
      '1 of 2 double taps at “Pay” got another answer the second time, although the key was the same.',
      { ...errors, kind: 'idempotency', value: 1, verdict: 'FAIL' },
    ],
    ['“Order” was not measured.', { ...errors, ...missing, kind: 'queue', title: 'Order' }],
  ])('%s', (text, result) => expect(criterionSentence(result)).toBe(text));

  it('exists for every rule of the queue and every check of validity, in whole words', () => {
    for (const { title, clause } of [...Object.values(QUEUE_WORDS), ...Object.values(HEALTH_WORDS)]) {
      expect(`${title} ${clause('1', '2', 3)}`).not.toMatch(/undefined|[a-z][A-Z]|nobody|gate/);
    }
  });
});
