import { describe, expect, it } from 'vitest';
import type { CriterionResult } from '../../../../models/results/verdict.ts';
import { plannedSamples } from '../../../../models/verdict/criteria/planned-samples.ts';
import { decideExact, decideNoisy, marginOf } from '../../../../models/verdict/decision/decide.ts';
import { advice } from '../../../../models/verdict/words/advice.ts';
import { openQuestion } from '../../../../models/verdict/words/criterion-sentences.ts';
import { sayCount, sayShare, sayTime, sayValue } from '../../../../models/verdict/words/numbers.ts';
import { onnuriLaunch } from '../../../../scenarios/onnuri/launch-surge.ts';
import { inputOf, profile } from '../runs.ts';

describe('decideNoisy', () => {
  it.each([
    [500, 400, 600, 'PASS'],
    [950, 940, 990, 'WARN'],
    [900, 800, 1_050, 'WARN'],
    [900, 800, 1_150, 'INCONCLUSIVE'],
    [1_100, 900, 1_300, 'INCONCLUSIVE'],
    [1_100, 1_001, 1_300, 'FAIL'],
  ])('%d ms in [%d, %d] against 1,000 ms is %s', (value, low, high, verdict) => {
    expect(decideNoisy(value, 1_000, { low, high, confidence: 0.95 }).verdict).toBe(verdict);
  });
});

describe('decideExact', () => {
  it.each([
    [1, '<=', 0, 'FAIL'],
    [0, '<=', 0, 'PASS'],
    [0.9995, '>=', 0.999, 'PASS'],
    [0.99905, '>=', 0.999, 'WARN'],
    [0.99, '>=', 0.999, 'FAIL'],
    [0, '==', 0, 'PASS'],
    [1, '==', 0, 'FAIL'],
  ] as const)('%d %s %d is %s', (value, operator, limit, verdict) => {
    expect(decideExact(value, operator, limit).verdict).toBe(verdict);
  });

  it('has a margin with a sign on each side', () => {
    expect([marginOf(1_500, '<=', 1_000), marginOf(0.5, '>=', 1), marginOf(3, '==', 2), marginOf(2, '<=', 0)]).toEqual([
      -0.5, -0.5, -0.5, -1,
    ]);
  });
});

describe('numbers in sentences', () => {
  it('have three significant digits, units and thousands', () => {
    expect([sayTime(0.5), sayTime(240.4), sayTime(4_816), sayTime(250_000)]).toEqual(['0.500 ms', '240 ms', '4.82 s', '250 s']);
    expect([sayShare(0.9312), sayShare(0.001), sayShare(1)]).toEqual(['93.1 %', '0.1 %', '100 %']);
    expect([sayCount(999), sayCount(1_000), sayCount(1_234_567)]).toEqual(['999', '1,000', '1,234,567']);
    expect([sayValue(0.99876, 'ratio'), sayValue(1_500, 'KRW')]).toEqual(['0.9988', '1,500']);
  });
});

describe('plannedSamples', () => {
  it('takes the arrivals of judged phases, as far as the waiting room lets them in', () => {
    const surge = onnuriLaunch;
    // 60 s × 100/s; 30 % of them pay.
    const planned = plannedSamples(surge, profile);
    expect([planned['queue-join'], planned.login]).toEqual([6_000, 6_000]);
    expect([planned['register-card'], planned.pay]).toEqual([expect.closeTo(4_200), expect.closeTo(1_800)]);
    expect(planned.cancel).toBeUndefined();
    // 38 tokens a second at 0.7 · 5 + 0.3 · 1 = 3.8 tokens a person: ten a second.
    expect(plannedSamples(surge, { ...profile, admissionTokens: 38 }).login).toBeCloseTo(600);
    const phases = [
      { name: 'warm-up', from: 0, judged: false },
      { name: 'surge', from: 30, judged: true },
      { name: 'drain', from: 50, judged: false },
    ] as const;
    expect(plannedSamples(surge, { ...profile, phases })['queue-join']).toBeCloseTo(2_000);
    expect(plannedSamples({ lanes: [], mix: surge.mix }, { ...profile, admissionTokens: 1 }).login).toBeCloseTo(60);
  });
});

describe('advice', () => {
  it('speaks of nodes only to the simulated service', () => {
    const input = inputOf([]);
    expect(advice('FAIL', undefined, { ...input, run: { ...input.run, simulated: false } })).toContain('Add servers');
  });
});

describe('openQuestion', () => {
  it('speaks of samples where they are too few', () => {
    const criterion: CriterionResult = {
      id: 'budgets.pay.p95',
      kind: 'latency',
      subject: 'pay',
      statistic: 'p95',
      value: 1,
      operator: '<=',
      limit: 2,
      unit: 'ms',
      margin: 0.5,
      samples: 1,
      interval: null,
      verdict: 'INCONCLUSIVE',
      because: 'too-few-samples',
    };
    expect(openQuestion(criterion)).toBe('payment approval at p95 has only 1 sample');
    const errors: CriterionResult = { ...criterion, kind: 'errors', statistic: 'errorShare', value: null, samples: 2 };
    expect(openQuestion(errors)).toBe('the error share of payment approval has only 2 samples');
    expect(openQuestion({ ...errors, kind: 'invariant', subject: 'money-conserved', because: 'not-measured' })).toBe(
      'the invariant money-conserved was not measured',
    );
    expect(openQuestion({ ...errors, kind: 'invariant', subject: 'audit', because: 'not-measured' })).toBe(
      'the audit of the ledger was not measured',
    );
  });
});
