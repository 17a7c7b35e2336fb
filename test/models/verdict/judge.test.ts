import { describe, expect, it } from 'vitest';
import type { CriterionResult, VerdictFile } from '../../../models/results/verdict.ts';
import { judge } from '../../../models/verdict/judge.ts';
import { healthy, inputOf, log, seconds, story } from './runs.ts';

const all = ({ criteria, invariants, validity }: VerdictFile): CriterionResult[] => [...criteria, ...invariants, ...validity];
const of = (file: VerdictFile, id: string): CriterionResult | undefined => all(file).find((result) => result.id === id);

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
});
