import { describe, expect, it } from 'vitest';
import type { CriterionResult, Verdict, VerdictFile } from '../../../models/results/verdict.ts';
import { finalBlock, valueText } from '../../../scripts/terminal/final-block.ts';

const criterion = (id: string, verdict: Verdict, more: Partial<CriterionResult> = {}): CriterionResult => ({
  id,
  kind: 'latency',
  subject: id,
  statistic: 'p95',
  value: 4_812,
  operator: '<=',
  limit: 1_500,
  unit: 'ms',
  margin: -2.2,
  samples: 12_345,
  interval: null,
  verdict,
  ...more,
});
const verdict: VerdictFile = {
  schema: 'surgeproof/verdict',
  version: 1,
  verdict: 'FAIL',
  reasons: ['FAIL: card registration took 4.81 s at p95.', 'Add a node.', 'Look at the bank.', 'A fourth reason.'],
  criteria: [criterion('budgets.pay.p95', 'PASS', { value: 80 }), criterion('budgets.register-card.p95', 'FAIL')],
  invariants: [criterion('invariants.money', 'WARN')],
  validity: [criterion('validity.cpu', 'INCONCLUSIVE', { value: null, advisory: true })],
};

describe('finalBlock', () => {
  const lines = finalBlock(verdict, '/runs/r1', 'surgeproof rehearse smoke --nodes 5', 200, false);

  it('says the verdict first, with at most two more sentences', () => {
    expect(lines[1]).toBe('✗ FAIL: card registration took 4.81 s at p95.');
    expect(lines.join('\n')).toContain('  Look at the bank.');
    expect(lines.join('\n')).not.toContain('A fourth reason');
  });

  it('lists what failed before what passed, and what has no vote last', () => {
    const ids = lines.flatMap((line) => /(?:budgets|invariants|validity)\.[\w.-]+/.exec(line) ?? []);
    expect(ids).toEqual(['budgets.register-card.p95', 'invariants.money', 'budgets.pay.p95', 'validity.cpu']);
    expect(lines.find((line) => line.includes('register-card.p95'))).toMatch(/4,810 ms {2}<= 1,500 ms {2}n 12,345$/);
  });

  it('ends with where the report lies and what to type next', () => {
    expect(lines.slice(-2)).toEqual(['Report  /runs/r1/report.html', 'Next    surgeproof rehearse smoke --nodes 5']);
  });

  it('keeps tables within a narrow terminal', () => {
    const narrow = finalBlock(verdict, '/r', 'x', 40, false);
    for (const line of narrow.filter((one) => one.includes('n 12'))) expect([...line].length).toBeLessThanOrEqual(40);
  });
});

describe('valueText', () => {
  it.each([
    [0.5, 'share', '50 %'],
    [1_234_567, 'KRW', '1,230,000 KRW'],
    [0, 'count', '0'],
    [0.99912, 'ratio', '0.999'],
    [null, 'share', '–'],
  ] as const)('writes %s %s as %s', (value, unit, text) => expect(valueText(value, unit)).toBe(text));
});
