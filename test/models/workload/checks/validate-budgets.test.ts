import { describe, expect, it } from 'vitest';
import { config } from '../../../../k6.config.ts';
import { validateBudgets, validateQueueGates } from '../../../../models/workload/checks/validate-budgets.ts';

const login = { p50: 300, p95: 1_500, p99: 3_000, errorShare: 0.005, minSamples: 200, source: 'test', kind: 'assumed' };
const budgetSentences = (budgets: unknown) => validateBudgets(budgets).map(({ path, message }) => `${path}: ${message}`);

describe('validateBudgets', () => {
  it('finds nothing wrong with the budgets of k6.config.ts', () => {
    expect(validateBudgets(config.budgets)).toEqual([]);
  });

  it.each([
    [{ login: { ...login, p95: 250 } }, ['budgets.login.p95: must be above p50 (300 ms), got 250 ms']],
    [{ login: { ...login, p99: 1_500 } }, ['budgets.login.p99: must be above p95 (1500 ms), got 1500 ms']],
    [{ login: { ...login, errorShare: 2 } }, ['budgets.login.errorShare: must be a finite number, at least 0 and at most 1, got 2']],
    [{ login: { ...login, minSamples: 0 } }, ['budgets.login.minSamples: must be a whole number, at least 1, got 0']],
    [{ login: { ...login, kind: 'felt' } }, ['budgets.login.kind: must be one of stated, measured, derived, assumed, got "felt"']],
    [{ login: 5 }, ['budgets.login: must be an object, got 5']],
    [null, ['budgets: must be an object of budgets by step, got null']],
  ])('says of %j what is wrong, where and what was given', (budgets, expected) => {
    expect(budgetSentences(budgets)).toEqual(expected);
  });

  it('refuses a budget of a step there is not, and names those there are', () => {
    expect(budgetSentences({ logon: login })[0]).toMatch(/^budgets\.logon: must be the budget of a step; steps are queue-join, .*login/);
  });
});

describe('validateQueueGates', () => {
  it('finds nothing wrong with the gates of k6.config.ts', () => {
    expect(validateQueueGates(config.queue)).toEqual([]);
  });

  it('collects everything that is wrong', () => {
    expect(validateQueueGates({ ...config.queue, minKendallTau: 1.5, maxLostPlaces: -1, source: '' })).toEqual([
      { path: 'queue.minKendallTau', message: 'must be a finite number, at least -1 and at most 1, got 1.5' },
      { path: 'queue.maxLostPlaces', message: 'must be a whole number, at least 0, got -1' },
      { path: 'queue.source', message: 'must be a text that is not empty, got ""' },
    ]);
    expect(validateQueueGates(undefined)).toEqual([{ path: 'queue', message: 'must be an object, got nothing' }]);
  });
});
