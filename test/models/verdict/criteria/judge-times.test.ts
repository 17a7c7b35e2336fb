import { describe, expect, it } from 'vitest';
import type { CriterionResult } from '../../../../models/results/verdict.ts';
import { judge } from '../../../../models/verdict/judge.ts';
import { healthy, inputOf, log, story } from '../runs.ts';

/** Criteria on one step of a run whose last second leaves `n` requests without an answer for `ms`. */
function withUnfinished(ms: number, n: number): ReadonlyMap<string, CriterionResult> {
  const lines = log((second) => (second === 59 ? [...story(), { step: 'pay', ms, n, outcome: 'unfinished' }] : story()));
  return new Map(judge(inputOf(lines)).criteria.map((one) => [one.id, one]));
}
const pay = (criteria: ReadonlyMap<string, CriterionResult>, name: string): CriterionResult => criteria.get(`budgets.pay.${name}`)!;

describe('requests that the end of the run leaves without an answer', () => {
  const clean = new Map(judge(inputOf(healthy())).criteria.map((one) => [one.id, one]));

  it('make percentiles larger where they have become slow', () => {
    // 6,000 answers of 100 ms, limits 300, 1,000 and 3,000 ms: with 400 at 5 s more than 5 % are beyond p95, not half of them.
    const criteria = withUnfinished(5_000, 400);
    expect(pay(criteria, 'p50')).toMatchObject({ verdict: 'PASS', samples: 6_400 });
    expect(pay(criteria, 'p95').value).toBeCloseTo(5_000, -2);
    expect(pay(criteria, 'p95').verdict).not.toBe('PASS');
    expect(pay(criteria, 'p99').verdict).not.toBe('PASS');
  });

  it('never make them smaller, and are neither attempts nor errors', () => {
    const criteria = withUnfinished(1, 3_000);
    for (const name of ['p50', 'p95', 'p99', 'errorShare']) expect(pay(criteria, name)).toEqual(pay(clean, name));
  });

  it('pass just inside the limit', () => {
    // 59 of 6,059 are less than 1 %.
    for (const name of ['p50', 'p95', 'p99']) expect(pay(withUnfinished(5_000, 59), name)).toMatchObject({ verdict: 'PASS' });
  });

  it('are not attempts in the summary', () => {
    const lines = log((second) => (second === 59 ? [...story(), { step: 'pay', ms: 5_000, n: 7, outcome: 'unfinished' }] : story()));
    const step = inputOf(lines).run.steps.find((one) => one.step === 'pay');
    expect(step).toMatchObject({ attempts: 6_000, outcomes: { ok: 6_000, unfinished: 7 } });
  });
});
