import { QUANTITY_KINDS } from '../surge/quantity.ts';
import { STEPS } from '../surge/step.ts';
import {
  at,
  choiceProblems,
  fieldsOf,
  type NumberRule,
  numberProblems,
  orderProblems,
  type Problem,
  problem,
  textProblems,
} from './problem.ts';

const MS: NumberRule = { above: 0, unit: 'milliseconds' };
const SHARE: NumberRule = { atLeast: 0, atMost: 1, unit: '' };
const COUNT: NumberRule = { atLeast: 0, whole: true, unit: '' };

const QUEUE_NUMBERS: Readonly<Record<string, NumberRule>> = {
  maxInversionShare: SHARE,
  minKendallTau: { atLeast: -1, atMost: 1, unit: '' },
  maxLostPlaces: COUNT,
  maxAbandonedShare: SHARE,
  maxAnnouncedError: { atLeast: 0, unit: '' },
  minAnnouncedShare: SHARE,
  announcedGraceSeconds: { atLeast: 0, unit: 'seconds' },
};

function budgetProblems(step: string, value: unknown, path: string): Problem[] {
  const steps = STEPS.map(({ name }) => name as string);
  if (!steps.includes(step)) return [{ path, message: `must be the budget of a step; steps are ${steps.join(', ')}` }];
  const budget = fieldsOf(value);
  if (budget === null) return [problem(path, 'be an object', value)];
  return [
    ...numberProblems(budget, { p50: MS, p95: MS, p99: MS, errorShare: SHARE, minSamples: { atLeast: 1, whole: true, unit: '' } }, path),
    ...orderProblems(budget, 'p50', 'p95', 'ms', path),
    ...orderProblems(budget, 'p95', 'p99', 'ms', path),
    ...textProblems(budget, ['source'], path),
    ...choiceProblems(budget, 'kind', QUANTITY_KINDS, path),
  ];
}

/** Everything wrong with the budgets of the steps, all at once; empty for sound ones. */
export function validateBudgets(value: unknown, path = 'budgets'): Problem[] {
  const budgets = fieldsOf(value);
  if (budgets === null) return [problem(path, 'be an object of budgets by step', value)];
  return Object.entries(budgets).flatMap(([step, budget]) => budgetProblems(step, budget, at(path, step)));
}

/** Everything wrong with the gates on the waiting line; empty for sound ones. */
export function validateQueueGates(value: unknown, path = 'queue'): Problem[] {
  const gates = fieldsOf(value);
  if (gates === null) return [problem(path, 'be an object', value)];
  return [
    ...numberProblems(gates, QUEUE_NUMBERS, path),
    ...textProblems(gates, ['source'], path),
    ...choiceProblems(gates, 'kind', QUANTITY_KINDS, path),
  ];
}
