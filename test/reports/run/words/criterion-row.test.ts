import { describe, expect, it } from 'vitest';
import type { CriterionResult } from '../../../../models/results/verdict.ts';
import { byUrgency, criterionRow, splitMeasured, worstOf } from '../../../../reports/run/words/criterion-row.ts';
import { headlineOf } from '../../../../reports/run/words/headline.ts';
import { notMeasured } from '../../../../reports/run/words/not-measured.ts';

const slow: CriterionResult = {
  ...{
    id: 'budgets.pay.p95',
    kind: 'latency',
    subject: 'pay',
    title: 'Pay',
    statistic: 'p95',
    value: 4812.3,
    operator: '<=',
    limit: 1500,
    unit: 'ms',
  },
  ...{ margin: -2.208, samples: 41_300, interval: { low: 4700, high: 4950.2, confidence: 0.95 }, verdict: 'FAIL' },
};

describe('a criterion in a table', () => {
  it('has its value and limit with their unit, the room to the limit and the interval', () => {
    expect(criterionRow(slow)).toEqual({
      ...{ verdict: '✗ FAIL', name: 'Pay, p95', value: '4.81 s', limit: '≤ 1.5 s', room: '−221 %', samples: '41,300' },
      ...{ interval: '4.7 s to 4.95 s', remark: '' },
    });
  });

  it('shows shares in percent and rank correlations with the digits their limit needs', () => {
    const share = { ...slow, unit: 'share', statistic: 'errorShare', value: 0.00123, limit: 0.001, interval: null } as const;
    expect(criterionRow(share)).toMatchObject({ name: 'Pay, failed', value: '0.123 %', limit: '≤ 0.1 %', interval: '–' });
    expect(criterionRow({ ...slow, unit: 'ratio', operator: '>=', value: 0.9987, limit: 0.999 })).toMatchObject({
      value: '0.9987',
      limit: '≥ 0.999',
    });
  });

  it('does not count how often a tiny limit fits into a large value', () => {
    expect(criterionRow({ ...slow, margin: -999 }).room).toBe('over 10 × the limit');
    expect(criterionRow({ ...slow, margin: -8.5 }).room).toBe('−850 %');
  });

  it('answers for the identity of the target with a word', () => {
    const identity = {
      ...slow,
      id: 'validity.target-identity',
      kind: 'validity',
      unit: 'count',
      operator: '==',
      limit: 1,
      value: 1,
      margin: 0,
    } as const;
    expect(criterionRow(identity)).toMatchObject({ value: 'yes', limit: 'yes', room: '–' });
  });

  it('says that samples are few, that nothing was measured and that a criterion is advisory', () => {
    expect(criterionRow({ ...slow, because: 'few-beyond-percentile', advisory: true }).remark).toBe('advisory, few samples');
    expect(criterionRow({ ...slow, value: null, margin: null, because: 'not-measured' })).toMatchObject({
      value: '–',
      room: '–',
      remark: 'not measured',
    });
  });

  it('puts the worst first, the furthest out before the others, and advisories last', () => {
    const of = (id: string, verdict: CriterionResult['verdict'], margin: number): CriterionResult => ({ ...slow, id, verdict, margin });
    const mixed = [
      of('pass', 'PASS', 0.5),
      of('near', 'FAIL', -0.1),
      { ...of('mute', 'FAIL', -9), advisory: true as const },
      of('tight', 'PASS', 0.1),
      of('far', 'FAIL', -3),
      of('warn', 'WARN', 0.01),
    ];
    expect(byUrgency(mixed).map((one) => one.id)).toEqual(['far', 'near', 'warn', 'tight', 'pass', 'mute']);
    expect(worstOf(mixed)).toBe('FAIL');
    expect(worstOf(mixed.filter(({ advisory }) => advisory))).toBeNull();
  });

  it('folds what was not measured into one sentence', () => {
    const none = { ...slow, value: null, because: 'not-measured' } as const;
    const { measured, missing } = splitMeasured([
      slow,
      none,
      { ...none, statistic: 'p99' },
      { ...none, title: 'Log in', statistic: 'errorShare' },
    ]);
    expect(measured).toEqual([slow]);
    expect(notMeasured(missing)).toBe('3 criteria were not measured: Pay (p95, p99), Log in (errors).');
  });
});

describe('the verdict in words', () => {
  it('shows three findings and folds the others; the advice is always there', () => {
    expect(headlineOf({ headline: 'It was slow.', findings: ['a', 'b', 'c', 'd'], advice: 'Do this.' })).toEqual({
      ...{ first: 'It was slow.', findings: ['a', 'b', 'c'], more: ['d'], advice: 'Do this.' },
    });
    expect(headlineOf({ headline: 'All well.', findings: [], advice: null }).advice).toMatch(/^Nothing needs to be done/);
  });
});
