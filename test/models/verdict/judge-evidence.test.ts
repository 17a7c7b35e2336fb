import { describe, expect, it } from 'vitest';
import type { CriterionResult, VerdictFile } from '../../../models/results/verdict.ts';
import { judge } from '../../../models/verdict/judge.ts';
import { profile } from '../made-surge.ts';
import { audit, configured, log as fullLog, healthy, inputOf, type StepSecond, seconds, story } from './runs.ts';

const all = ({ criteria, invariants, validity }: VerdictFile): CriterionResult[] => [...criteria, ...invariants, ...validity];
const of = (file: VerdictFile, id: string): CriterionResult | undefined => all(file).find((result) => result.id === id);

describe('a verdict on little evidence', () => {
  const small = configured({ profile: { ...profile, arrivals: { shape: 'constant', rate: 5 } } });
  /** The five people a second of that profile. */
  const log = (at: (second: number) => readonly StepSecond[]) =>
    seconds(fullLog(at), () => ({ scheduled: 5, started: 5, startLag: [1280, 5] }));

  it('asks no percentile of a profile that is too small for it, but says so', () => {
    const file = judge(
      inputOf(
        log(() => story().map((one) => ({ ...one, n: 7 }))),
        { configuration: small },
      ),
    );
    expect(of(file, 'budgets.pay.p99')).toMatchObject({ because: 'few-beyond-percentile', advisory: true, samples: 420 });
    expect(file.verdict).toBe('PASS');
    expect(file.findings).toEqual(['There are too few samples to judge 9 criteria; they are shown as advisory.']);
    // The same few samples when more people were promised, of whom the walk says that they make the step.
    const promised = inputOf(fullLog(() => story().map((one) => ({ ...one, n: 7 }))));
    expect(judge(promised).verdict).toBe('INCONCLUSIVE');
    expect(judge({ ...promised, walk: null }).verdict).toBe('PASS');
  });

  it('does not pass when no latency or error criterion could be judged at all', () => {
    const file = judge(
      inputOf(
        log(() => story().map((one) => ({ ...one, n: 2 }))),
        { configuration: small },
      ),
    );
    expect(of(file, 'budgets.pay.p50')).toMatchObject({ because: 'too-few-samples', advisory: true, samples: 120 });
    expect(file).toMatchObject({
      verdict: 'INCONCLUSIVE',
      headline: 'The run has too few samples for any latency or error budget.',
      advice: 'Rehearse longer or with a larger profile: more samples are needed for a verdict.',
    });
  });

  it('does not pass over a value beyond its limit that few samples show', () => {
    // 5 of 100 are slow: beyond p95, in one stretch.
    const slow = (s: number) => ({ step: 'pay', ms: s < 4 ? 8_000 : 100, n: 1 });
    const file = judge(
      inputOf(
        log((s) => [...story().map((one) => ({ ...one, n: 7 })), slow(s)].filter((one) => one.step !== 'pay' || one.n === 1)),
        { configuration: small },
      ),
    );
    expect(of(file, 'budgets.pay.p95')).toMatchObject({ verdict: 'INCONCLUSIVE', because: 'too-few-samples' });
    expect(of(file, 'budgets.pay.p95')).not.toHaveProperty('advisory');
    expect(file.verdict).toBe('INCONCLUSIVE');
    expect(file.headline).toMatch(/^“Pay” took .* at p95 \(budget .*\), with too few samples to be sure\.$/);
    expect(file.advice).toContain('more samples are needed');
  });

  it('fails on clear evidence even where samples are few', () => {
    const slow = log(() => story([{ step: 'pay', ms: 8_000, n: 1 }]));
    expect(of(judge(inputOf(slow, { configuration: small })), 'budgets.pay.p99')).toMatchObject({ samples: 60, verdict: 'FAIL' });
    const one = log((s) => story([{ step: 'pay', ms: 8_000, n: s === 0 ? 1 : 0 }]));
    expect(of(judge(inputOf(one, { configuration: small })), 'budgets.pay.p50')).toMatchObject({ samples: 1, verdict: 'INCONCLUSIVE' });
  });

  it('needs ten samples beyond a percentile', () => {
    const file = judge(inputOf(fullLog(() => story([{ step: 'pay', ms: 100, n: 10 }]))));
    expect(of(file, 'budgets.pay.p99')).toMatchObject({ samples: 600, verdict: 'INCONCLUSIVE', because: 'few-beyond-percentile' });
    expect(file.headline).toBe('The p99 of “Pay” has only 600 samples, fewer than ten beyond p99.');
  });

  it('is INCONCLUSIVE when the noise is larger than the margin', () => {
    // A third of the seconds is slow, in one stretch: whether p50 is over the limit depends on which blocks are drawn.
    const file = judge(inputOf(fullLog((s) => story([{ step: 'pay', ms: s < 27 ? 800 : 100 }]))));
    expect(of(file, 'budgets.pay.p50')).toMatchObject({ verdict: 'INCONCLUSIVE', because: 'interval-crosses-limit' });
    expect(file.headline).toContain('but its 95 % confidence interval reaches from');
  });

  it('fails on a broken invariant first of all', () => {
    const broken = { ...audit, checks: [{ name: 'no-double-charge', examined: 9, violations: 1, examples: [] }] };
    const file = judge(
      inputOf(
        fullLog(() => story([{ step: 'pay', ms: 9_000 }])),
        { audit: broken },
      ),
    );
    expect(file.verdict).toBe('FAIL');
    expect(file.headline).toBe('The audit found 1 violation of “No double charge” in 9 examined while 100 people waited in the queue.');
    expect(file.advice).toContain('audit.json');
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
