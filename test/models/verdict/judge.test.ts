import { describe, expect, it } from 'vitest';
import type { CriterionResult, VerdictFile } from '../../../models/results/verdict.ts';
import { judge } from '../../../models/verdict/judge.ts';
import { budgetsOf } from '../made-surge.ts';
import { configured, erring, healthy, inputOf, log, STORY, story } from './runs.ts';

const all = ({ criteria, invariants, validity }: VerdictFile): CriterionResult[] => [...criteria, ...invariants, ...validity];
const of = (file: VerdictFile, id: string): CriterionResult | undefined => all(file).find((result) => result.id === id);

describe('a verdict', () => {
  it('is PASS when everything is measured and inside its limits', () => {
    const file = judge(inputOf(healthy()));
    expect(file.verdict).toBe('PASS');
    // 9 budgeted steps × (3 percentiles + errors + stretch + burst) + 3 of everybody + 5 limits of the queue.
    expect(file.criteria).toHaveLength(62);
    expect(file).toMatchObject({
      headline: 'All 62 limits were kept while 100 people waited in the queue.',
      findings: [],
      advice: null,
    });
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
    expect(file.headline).toBe('“Register a card” took 4.82 s at p95 (budget 1 s) while 100 people waited in the queue.');
    expect(file.advice).toBe('Add nodes (--nodes) or admit fewer people per second, and rehearse again with the same seed.');
  });

  it('does not let fast failures flatter a step: they are errors, not latencies', () => {
    const broken = log(() =>
      story([
        { step: 'pay', ms: 900, n: 60 },
        { step: 'pay', ms: 1, n: 40, outcome: 'failed' },
      ]),
    );
    const file = judge(inputOf(erring(broken, [9, 'HTTP 500', 'system', 40])));
    expect(of(file, 'budgets.pay.p50')).toMatchObject({ value: expect.closeTo(900, -1), samples: 3_600 });
    expect(of(file, 'budgets.pay.errorShare')).toMatchObject({ value: 0.4, samples: 6_000, verdict: 'FAIL' });
    expect(file.headline).toBe('40 % of 6,000 attempts at “Pay” failed (budget 1 %) while 100 people waited in the queue.');
    expect(file.findings).toEqual([
      '“Pay” took 902 ms at p50 (budget 300 ms).',
      'The most frequent cause is “HTTP 500”: 2,400 of 2,400 failed requests.',
    ]);
  });

  it('sends a reader whose target cannot be reached to the target, not to more nodes', () => {
    const file = judge(inputOf(log(() => [{ step: 'queue-join', ms: 1, outcome: 'unreachable' }])));
    expect([file.verdict, file.advice]).toEqual([
      'FAIL',
      'Check that the target runs and can be reached from this machine, then rehearse again.',
    ]);
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
    expect(file.headline).toContain('was not measured');
  });

  it('is WARN close to a limit, and says that the next run may miss it', () => {
    const file = judge(inputOf(log(() => story([{ step: 'pay', ms: 290 }]))));
    expect(of(file, 'budgets.pay.p50')).toMatchObject({ verdict: 'WARN', because: 'near-limit' });
    expect(file.verdict).toBe('WARN');
    expect(file.headline).toBe('Every budget was kept, but “Pay” took 291 ms at p50 (budget 300 ms) while 100 people waited in the queue.');
    expect(file.advice).toContain('Repeat the run');
  });

  it('is INCONCLUSIVE when a step with a budget was never made, unless it is rare', () => {
    const file = judge(inputOf(log(() => story().filter(({ step }) => step !== 'pay'))));
    expect(file.verdict).toBe('INCONCLUSIVE');
    expect(file.headline).toBe('“Pay” was not measured: no request of this step was made in the judged phases.');
    expect(file.findings).toEqual([]);
    expect(file.advice).toBe('Let a journey make this step, mark it as `rare` in the surge file, or remove it.');
    const withRare = judge(inputOf(healthy(), { configuration: configured({ budgets: budgetsOf([...STORY, 'cancel']) }) }));
    expect(of(withRare, 'budgets.cancel.p95')).toMatchObject({ because: 'not-measured', advisory: true });
    expect(withRare).toMatchObject({
      verdict: 'PASS',
      findings: ['There are too few samples to judge 4 criteria; they are shown as advisory.'],
    });
  });

  it('judges only the limits that are set, and names steps that have none', () => {
    const { steps } = budgetsOf(STORY);
    const { pay, login, ...others } = steps;
    const one = { ...pay!, p50: null, p99: null, errorShare: null };
    const none = { ...login!, p50: null, p95: null, p99: null, errorShare: null };
    const file = judge(
      inputOf(healthy(), { configuration: configured({ budgets: { steps: { ...others, pay: one, login: none }, journeys: {} } }) }),
    );
    const rules = (step: string): string[] => file.criteria.filter(({ subject }) => subject === step).map(({ id }) => id);
    expect(rules('pay')).toEqual(['budgets.pay.p95', 'budgets.pay.stretch']);
    expect(rules('login')).toEqual(['defaults.login.errorShare', 'defaults.login.burst']);
    expect(file.findings).toEqual(['“login” has no budget and was judged on errors alone, by the default limit.']);
    const few = judge(inputOf(healthy(), { configuration: configured({ budgets: budgetsOf(['pay']) }) }));
    // Every payment fails, and nobody set a limit for payments.
    const { pay: _, ...rest } = steps;
    const unbudgeted = log(() => story([{ step: 'pay', ms: 5, outcome: 'failed' }]));
    const failing = judge(inputOf(unbudgeted, { configuration: configured({ budgets: { steps: rest, journeys: {} } }) }));
    expect(failing).toMatchObject({
      verdict: 'FAIL',
      headline: '100 % of 6,000 attempts at “Pay” failed (budget 1 %) while 100 people waited in the queue.',
    });
    expect(few.findings).toEqual([
      '“Join the queue”, “open-app”, “login”, “identity-send”, “identity-confirm” and 3 more have no budget and were judged on errors alone, by the default limit.',
    ]);
  });
});
