import { describe, expect, it } from 'vitest';
import type { CriterionResult } from '../../../../models/results/verdict.ts';
import { byUrgency, criterionRow } from '../../../../reports/run/words/criterion-row.ts';
import { furtherSentences } from '../../../../reports/run/words/further-sentences.ts';
import { verdictSentence } from '../../../../reports/run/words/verdict-sentence.ts';

const slow: CriterionResult = {
  ...{ id: 'budgets.pay.p95', kind: 'latency', subject: 'pay', statistic: 'p95', value: 4812.3, operator: '<=', limit: 1500, unit: 'ms' },
  ...{ margin: -2.208, samples: 41_300, interval: { low: 4700, high: 4950.2, confidence: 0.95 }, verdict: 'FAIL' },
};

describe('a criterion in a table', () => {
  it('has three digits, a limit with its direction, the margin in percent and the interval', () => {
    expect(criterionRow(slow)).toEqual({
      ...{ verdict: '✗ FAIL', name: 'pay p95', value: '4,810', limit: '≤ 1,500', unit: 'ms', margin: '−221', samples: '41,300' },
      ...{ interval: '4,700 to 4,950', remark: '' },
    });
  });

  it('shows shares in percent and rank correlations with the digits their limit needs', () => {
    expect(criterionRow({ ...slow, unit: 'share', value: 0.00123, limit: 0.001, interval: null })).toMatchObject({
      value: '0.123',
      limit: '≤ 0.1',
      unit: '%',
      interval: '–',
    });
    expect(criterionRow({ ...slow, unit: 'ratio', operator: '>=', value: 0.99987, limit: 0.999 })).toMatchObject({
      value: '0.99987',
      limit: '≥ 0.999',
    });
  });

  it('says that samples are few and that a statement has no vote', () => {
    expect(criterionRow({ ...slow, because: 'few-beyond-percentile', advisory: true }).remark).toBe('no vote, few samples');
    expect(criterionRow({ ...slow, value: null, margin: null, because: 'not-measured' })).toMatchObject({
      value: '–',
      margin: '–',
      remark: 'not measured',
    });
  });

  it('puts what failed first, the furthest out before the others, and what has no vote last', () => {
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
  });
});

describe('the verdict in words', () => {
  it('does not say the verdict twice and ends with one full stop', () => {
    expect(verdictSentence({ verdict: 'FAIL', reasons: ['FAIL: card registration took 4.8 s at p95'] })).toBe(
      'Card registration took 4.8 s at p95.',
    );
    expect(verdictSentence({ verdict: 'PASS', reasons: [] })).toBe('Every budget was kept.');
  });

  it('keeps an identifier as it is spelled', () => {
    expect(verdictSentence({ verdict: 'FAIL', reasons: ['FAIL: register-card took 4.8 s.'] })).toBe('register-card took 4.8 s.');
  });

  it('shows three sentences at most, always the last, which says what to do', () => {
    expect(furtherSentences({ verdict: 'FAIL', reasons: ['a', 'b', 'c', 'd', 'e', 'do this'] })).toEqual({
      told: ['b', 'c', 'do this'],
      folded: ['d', 'e'],
    });
    expect(furtherSentences({ verdict: 'PASS', reasons: ['a'] }).told).toEqual([
      'Nothing needs to be done; keep the run folder as evidence.',
    ]);
  });
});
