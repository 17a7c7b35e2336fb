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
const missing = { value: null, because: 'not-measured' } as const;

describe('the sentence of a criterion', () => {
  it.each<[string, CriterionResult]>([
    ['“Pay” took 1.2 s at p95 (budget 1 s).', { ...latency, verdict: 'FAIL' }],
    ['The p95 of “Pay” has only 1 sample.', { ...latency, because: 'too-few-samples' }],
    ['“Pay” was not measured: no request of this step was answered as expected in the judged phases.', { ...latency, ...missing }],
    ['50 % of 2 attempts at “Pay” failed (budget 1 %).', { ...errors, verdict: 'FAIL' }],
    ['The error share of “Pay” has only 2 samples.', { ...errors, because: 'too-few-samples' }],
    [
      '50 % of 2 attempts at “Pay” failed (budget 1 %), but its 95 % confidence interval reaches from 0.9 % to 99 %.',
      { ...errors, because: 'interval-crosses-limit', interval: { low: 0.009, high: 0.99, confidence: 0.95 } },
    ],
    ['The audit was not done.', { ...errors, ...missing, kind: 'invariant', subject: 'audit' }],
    ['The audit found nothing to examine for “Money”.', { ...errors, ...missing, kind: 'invariant', title: 'Money' }],
    ['“Order” was not measured.', { ...errors, ...missing, kind: 'queue', title: 'Order' }],
  ])('%s', (text, result) => expect(criterionSentence(result)).toBe(text));

  it('exists for every rule of the queue and every check of validity, in whole words', () => {
    for (const { title, clause } of [...Object.values(QUEUE_WORDS), ...Object.values(HEALTH_WORDS)]) {
      expect(`${title} ${clause('1', '2', 3)}`).not.toMatch(/undefined|[a-z][A-Z]|nobody|gate/);
    }
  });
});
