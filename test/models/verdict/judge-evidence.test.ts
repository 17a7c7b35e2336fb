import { describe, expect, it } from 'vitest';
import type { CriterionResult, VerdictFile } from '../../../models/results/verdict.ts';
import { judge } from '../../../models/verdict/judge.ts';
import { audit, healthy, inputOf, log, profile, story } from './runs.ts';

const all = ({ criteria, invariants, validity }: VerdictFile): CriterionResult[] => [...criteria, ...invariants, ...validity];
const of = (file: VerdictFile, id: string): CriterionResult | undefined => all(file).find((result) => result.id === id);

describe('a verdict on little evidence', () => {
  it('asks no percentile of a profile that is too small for it, but says so', () => {
    const small = { ...profile, arrivals: { shape: 'constant', rate: 3 } as const };
    const file = judge(
      inputOf(
        log(() => story().map((one) => ({ ...one, n: 2 }))),
        { profile: small },
      ),
    );
    expect(of(file, 'budgets.pay.p99')).toMatchObject({ because: 'too-few-samples', advisory: true, samples: 120 });
    expect(file.verdict).toBe('PASS');
    expect(file.reasons.at(-1)).toMatch(/^This profile is too small to judge \d+ statements/);
    // The same few samples when more were promised.
    expect(judge(inputOf(log(() => story().map((one) => ({ ...one, n: 2 }))))).verdict).toBe('INCONCLUSIVE');
  });

  it('fails on clear evidence even where samples are few', () => {
    const small = { ...profile, arrivals: { shape: 'constant', rate: 3 } as const };
    const slow = log(() => story([{ step: 'pay', ms: 8_000, n: 1 }]));
    expect(of(judge(inputOf(slow, { profile: small })), 'budgets.pay.p99')).toMatchObject({ samples: 60, verdict: 'FAIL' });
    const one = log((s) => story([{ step: 'pay', ms: 8_000, n: s === 0 ? 1 : 0 }]));
    expect(of(judge(inputOf(one, { profile: small })), 'budgets.pay.p50')).toMatchObject({ samples: 1, verdict: 'INCONCLUSIVE' });
  });

  it('needs ten samples beyond a percentile', () => {
    const file = judge(inputOf(log(() => story([{ step: 'pay', ms: 100, n: 10 }]))));
    expect(of(file, 'budgets.pay.p99')).toMatchObject({ samples: 600, verdict: 'INCONCLUSIVE', because: 'few-beyond-percentile' });
    expect(file.reasons[0]).toContain('has only 600 samples, fewer than ten beyond p99');
  });

  it('is INCONCLUSIVE when the noise is larger than the margin', () => {
    // A third of the seconds is slow, in one stretch: whether p50 is over the limit depends on which blocks are drawn.
    const file = judge(inputOf(log((s) => story([{ step: 'pay', ms: s < 27 ? 800 : 100 }]))));
    expect(of(file, 'budgets.pay.p50')).toMatchObject({ verdict: 'INCONCLUSIVE', because: 'interval-crosses-limit' });
    expect(file.reasons[0]).toContain('with 95 % confidence it lies anywhere from');
  });

  it('fails on a broken invariant first of all', () => {
    const broken = { ...audit, checks: [{ name: 'no-double-charge', examined: 9, violations: 1, examples: [] }] };
    const file = judge(
      inputOf(
        log(() => story([{ step: 'pay', ms: 9_000 }])),
        { audit: broken },
      ),
    );
    expect(file.verdict).toBe('FAIL');
    expect(file.reasons[0]).toBe('FAIL: the audit found 1 violation of no-double-charge while 100 people waited.');
    expect(file.reasons.at(-1)).toContain('audit.json');
  });

  it('does not pass on an audit that was not done or saw nothing', () => {
    expect(judge(inputOf(healthy(), { audit: { ...audit, done: false, checks: [], reason: 'x' } })).verdict).toBe('INCONCLUSIVE');
    const blind = { ...audit, checks: [{ name: 'a', examined: 0, violations: 0, examples: [] }] };
    expect(judge(inputOf(healthy(), { audit: blind })).verdict).toBe('INCONCLUSIVE');
    const partly = { ...audit, checks: [...audit.checks, ...blind.checks] };
    expect(judge(inputOf(healthy(), { audit: partly }))).toMatchObject({
      verdict: 'PASS',
      invariants: [{ verdict: 'PASS' }, { advisory: true }],
    });
    expect(judge(inputOf(healthy(), { audit: null }))).toMatchObject({ verdict: 'PASS', invariants: [] });
  });
});
