import { describe, expect, it } from 'vitest';
import { judge } from '../../../models/verdict/judge.ts';
import type { MeasurementLine } from '../../../models/workload/log/measurement-log.ts';
import { STEPS } from '../measurement/lines.ts';
import { audit, healthy, inputOf } from './runs.ts';

const PAY = STEPS.indexOf('pay');

/** The healthy log with one field in its first second. */
const withFirst = (field: Partial<Extract<MeasurementLine, { surgeproof: 'second' }>>): MeasurementLine[] => {
  const [first, ...others] = healthy();
  const at = others.findIndex(({ surgeproof }) => surgeproof === 'second');
  return [first!, ...others.map((line, i) => (i === at ? ({ ...line, ...field } as MeasurementLine) : line))];
};

describe('double taps', () => {
  it('fail on a single answer that differs, and pass when there is none', () => {
    const judged = (different: number) => judge(inputOf(withFirst({ doubleTaps: [[PAY, 20, different]] })));
    expect(judged(0).verdict).toBe('PASS');
    expect(judged(0).criteria.find(({ id }) => id === 'doubleTaps.pay')).toMatchObject({ value: 0, samples: 20, verdict: 'PASS' });
    const broken = judged(1);
    expect(broken.verdict).toBe('FAIL');
    expect(broken.headline).toMatch(/^1 of 20 double taps at “.+” got another answer the second time, although the key was the same/);
    expect(broken.advice).toContain('idempotency key');
    expect(judge(inputOf(healthy())).criteria.filter(({ kind }) => kind === 'idempotency')).toEqual([]);
  });
});

describe('an audit', () => {
  it('whose checks could not be made passes nothing, but what it found stands', () => {
    const missing = { name: 'charge-has-attempt', examined: 0, violations: 0, examples: [], notMade: 'The log is not whole.' };
    const file = judge(inputOf(healthy(), { audit: { ...audit, checks: [...audit.checks, missing] } }));
    expect(file.verdict).toBe('INCONCLUSIVE');
    expect(file.headline).toMatch(/^The audit could not check “Charge has attempt”: the measurement log is not whole/);
    expect(file.advice).toBe('Rehearse again: the measurement log of this run is not whole.');
    const found = { name: 'money-conserved', examined: 9, violations: 1, examples: ['x'] };
    expect(judge(inputOf(healthy(), { audit: { ...audit, checks: [found, missing] } })).verdict).toBe('FAIL');
  });

  it('that a target does not have is said where people were answered something about money', () => {
    const sentence = 'The service’s own records were not checked: this target has no audit.';
    const journal = withFirst({ journal: [[PAY, 'approved', {}, ['key', 'amount'], [1], [0], [100]]] });
    expect(judge(inputOf(journal, { audit: null }))).toMatchObject({ verdict: 'PASS', findings: expect.arrayContaining([sentence]) });
    expect(judge(inputOf(journal)).findings).not.toContain(sentence);
    expect(judge(inputOf(healthy(), { audit: null })).findings).not.toContain(sentence);
  });
});
