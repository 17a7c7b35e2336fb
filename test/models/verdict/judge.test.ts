import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CriterionResult, VerdictFile } from '../../../models/results/verdict.ts';
import { judge } from '../../../models/verdict/judge.ts';
import type { MeasurementLine, SecondLine } from '../../../models/workload/measurement-log.ts';
import { audit, budget, everyStep, inputOf, log, profile, story } from './runs.ts';

const healthy = (): MeasurementLine[] => log(() => story());
const all = ({ criteria, invariants, validity }: VerdictFile): CriterionResult[] => [...criteria, ...invariants, ...validity];
const of = (file: VerdictFile, id: string): CriterionResult | undefined => all(file).find((result) => result.id === id);
const seconds = (lines: MeasurementLine[], change: (line: SecondLine) => Partial<SecondLine>): MeasurementLine[] =>
  lines.map((line) => (line.surgeproof === 'second' ? { ...line, ...change(line) } : line));

describe('a verdict', () => {
  it('is PASS when everything is measured and inside its limits', () => {
    const file = judge(inputOf(healthy()));
    expect(file.verdict).toBe('PASS');
    // 9 budgeted steps × (3 percentiles + errors) + 5 queue gates.
    expect(file.criteria).toHaveLength(41);
    expect(file.reasons).toEqual(['PASS: all 41 budgets and gates that could be judged were kept while 100 people waited.']);
    expect(of(file, 'budgets.pay.p95')).toMatchObject({
      value: expect.closeTo(100, 0),
      limit: 1_000,
      samples: 6_000,
      verdict: 'PASS',
      margin: expect.closeTo(0.9, 2),
    });
  });

  it('is FAIL with the slow step, the budget and the waiting people in the first sentence', () => {
    const file = judge(inputOf(log(() => story([{ step: 'register-card', ms: 4_800 }]))));
    expect(file.verdict).toBe('FAIL');
    // 4,800 ms lies in the cell 4,800 to 4,832 ms, whose middle is 4,816 ms.
    expect(file.reasons[0]).toBe('FAIL: card registration took 4.82 s at p95 (budget 1.00 s) while 100 people waited.');
    expect(file.reasons.at(-1)).toContain('--nodes');
  });

  it('does not let fast failures flatter a step: they are errors, not latencies', () => {
    const broken = log(() =>
      story([
        { step: 'pay', ms: 900, n: 60 },
        { step: 'pay', ms: 1, n: 40, outcome: 'failed' },
      ]),
    );
    const file = judge(inputOf(seconds(broken, () => ({ errors: [[9, 'x', 'system', 40]] }))));
    expect(of(file, 'budgets.pay.p50')).toMatchObject({ value: expect.closeTo(900, -1), samples: 3_600 });
    expect(of(file, 'budgets.pay.errorShare')).toMatchObject({ value: 0.4, samples: 6_000, verdict: 'FAIL' });
    expect(file.reasons[0]).toBe('FAIL: 40 % of 6,000 attempts at payment approval failed (budget 1 %) while 100 people waited.');
    expect(file.reasons).toContain('100 % of all failed requests were the fault of the system.');
  });

  it('sends a reader whose target cannot be reached to the target, not to more nodes', () => {
    const file = judge(inputOf(log(() => [{ step: 'queue-join', ms: 1, outcome: 'unreachable' }])));
    expect([file.verdict, file.reasons.at(-1)?.slice(0, 25)]).toEqual(['FAIL', 'Check that the target run']);
  });

  it('counts time-outs as latencies, so that waiting in vain is not faster than being served', () => {
    const file = judge(
      inputOf(
        log(() =>
          story([
            { step: 'pay', ms: 100, n: 50 },
            { step: 'pay', ms: 10_000, n: 50, outcome: 'timeout' },
          ]),
        ),
      ),
    );
    expect(of(file, 'budgets.pay.p95')).toMatchObject({ value: expect.closeTo(10_000, -2), verdict: 'FAIL' });
  });

  it('ignores phases that are not judged', () => {
    const phases = [{ name: 'warm-up', from: 0, judged: false }];
    const file = judge(inputOf(log(() => story([{ step: 'pay', ms: 9_000 }]), { phases })));
    expect(of(file, 'budgets.pay.p95')).toMatchObject({ value: null, verdict: 'INCONCLUSIVE', because: 'not-measured' });
    expect(file.verdict).toBe('INCONCLUSIVE');
    expect(file.reasons[0]).toContain('was not measured');
  });

  it('is WARN close to a limit, and says that the next run may miss it', () => {
    const file = judge(inputOf(log(() => story([{ step: 'pay', ms: 290 }]))));
    expect(of(file, 'budgets.pay.p50')).toMatchObject({ verdict: 'WARN', because: 'near-limit' });
    expect(file.verdict).toBe('WARN');
    expect(file.reasons[0]).toBe(
      'WARN: every budget was kept, but payment approval took 291 ms at p50 (budget 300 ms) while 100 people waited.',
    );
  });

  it('is INCONCLUSIVE when a step the surge leads to was not taken', () => {
    const file = judge(inputOf(log(() => story().filter(({ step }) => step !== 'pay'))));
    expect(file.verdict).toBe('INCONCLUSIVE');
    expect(file.reasons[0]).toBe('INCONCLUSIVE: payment approval at p95 was not measured.');
    expect(file.reasons.at(-1)).toContain('--profile lab');
  });

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

  it('is FAIL when the target died, and names the second', () => {
    const file = judge(inputOf(healthy(), { interruption: 'target-died' }));
    expect(file.verdict).toBe('FAIL');
    // The end line names second 60, so the run spans 60 seconds.
    expect(file.reasons).toEqual([
      'FAIL: the target died after 60 seconds.',
      'Find out from the target’s own log why it died, then rehearse again.',
    ]);
  });

  it('turns a pass of an interrupted run into INCONCLUSIVE and keeps its failures', () => {
    const stopped = healthy().map((line): MeasurementLine => (line.surgeproof === 'end' ? { ...line, reason: 'stopped' } : line));
    const file = judge(inputOf(stopped, { interruption: 'signal' }));
    expect(file.verdict).toBe('INCONCLUSIVE');
    expect(file.reasons[0]).toBe('INCONCLUSIVE: the run was stopped after 60 seconds, before it could show everything.');
    expect(file.reasons.at(-1)).toBe('Let the run come to its end.');
    expect(judge(inputOf(stopped)).verdict).toBe('INCONCLUSIVE');
    expect(judge(inputOf(healthy(), { interruption: 'disk-full' })).reasons[0]).toContain('the disk was full');
    expect(
      judge(
        inputOf(
          log(() => story([{ step: 'pay', ms: 9_000 }])),
          { interruption: 'signal' },
        ),
      ).verdict,
    ).toBe('FAIL');
  });

  it('judges steps and gates only where they belong to the surge', () => {
    const surge = { lanes: [], mix: [{ journey: 'qr-payment', share: 1, lane: 'x' }] as const };
    const steps = (file: VerdictFile): string[] => [...new Set(file.criteria.map(({ subject }) => subject))];
    const part = log(() => story().filter(({ step }) => ['open-app', 'login', 'balance', 'qr-lookup', 'pay'].includes(step)));
    const file = judge(inputOf(part, { surge, queue: null, budgets: everyStep() }));
    expect(steps(file)).toEqual(['open-app', 'login', 'identity-send', 'identity-confirm', 'balance', 'qr-lookup', 'pay']);
    // Identity steps belong to the login journey but only to people who register: shown without a vote.
    expect(file.verdict).toBe('PASS');
    expect(steps(judge(inputOf(healthy(), { surge, queue: null })))).toContain('register-card');
  });

  it('names at most five findings and counts the rest', () => {
    const file = judge(inputOf(log(() => story().map((one) => ({ ...one, ms: 9_000 })))));
    expect(file.reasons.filter((line) => line.includes('at p95'))).toHaveLength(5);
    expect(file.reasons).toContain('4 more statements of this kind in the table of criteria.');
  });

  it('has nothing to pass when nothing was asked', () => {
    expect(judge(inputOf(healthy(), { budgets: {}, queue: null, audit: null })).verdict).toBe('INCONCLUSIVE');
  });
});

describe('a verdict, as a function of its input,', () => {
  const ms = fc.integer({ min: 50, max: 5_000 });
  const run = fc.record({ slow: ms, fast: ms, until: fc.integer({ min: 0, max: 60 }), errors: fc.integer({ min: 0, max: 5 }) });
  const lines = ({ slow, fast, until, errors }: { slow: number; fast: number; until: number; errors: number }): MeasurementLine[] =>
    log((s) => [
      { step: 'pay', ms: s < until ? slow : fast, n: 20 },
      { step: 'pay', ms: 1, n: errors, outcome: 'failed' },
    ]);
  const judgePay = (list: MeasurementLine[], limits: object): readonly CriterionResult[] =>
    judge(inputOf(list, { budgets: { pay: { ...budget, ...limits } }, queue: null })).criteria;
  const severity = ({ verdict }: CriterionResult): number => ['PASS', 'WARN', 'INCONCLUSIVE', 'FAIL'].indexOf(verdict);

  it('never gets better when a budget gets tighter', () => {
    fc.assert(
      fc.property(run, fc.double({ min: 0.2, max: 1, noNaN: true }), (shape, tighter) => {
        const list = lines(shape);
        const wide = judgePay(list, {});
        const tight = judgePay(list, {
          p50: budget.p50 * tighter,
          p95: budget.p95 * tighter,
          p99: budget.p99 * tighter,
          errorShare: budget.errorShare * tighter,
        });
        for (const [i, criterion] of tight.entries()) expect(severity(criterion)).toBeGreaterThanOrEqual(severity(wide[i]!));
      }),
      { numRuns: 40 },
    );
  });

  it('never turns a failure into a pass when there is more of the same', () => {
    fc.assert(
      fc.property(run, (shape) => {
        const once = judgePay(lines(shape), {});
        const twice = judgePay(
          seconds(lines(shape), ({ samples }) => ({ samples: [...samples, ...samples] })),
          {},
        );
        for (const [i, { verdict }] of once.entries())
          if (verdict === 'FAIL') expect(['FAIL', 'INCONCLUSIVE']).toContain(twice[i]!.verdict);
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on the unit of time: times and limits an octave longer, same verdicts', () => {
    fc.assert(
      fc.property(run, (shape) => {
        const one = judgePay(lines(shape), {});
        const two = judgePay(lines({ ...shape, slow: shape.slow * 2, fast: shape.fast * 2 }), { p50: 600, p95: 2_000, p99: 6_000 });
        expect(two.map(({ verdict, margin }) => [verdict, margin])).toEqual(one.map(({ verdict, margin }) => [verdict, margin]));
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on the order of the lines and is reproducible', () => {
    const list = lines({ slow: 900, fast: 200, until: 20, errors: 1 });
    expect(judge(inputOf([...list].reverse()))).toEqual(judge(inputOf(list)));
  });
});
