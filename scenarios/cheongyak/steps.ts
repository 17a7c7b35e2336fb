import type { BudgetDefinition, StepDefinition } from '../../surgeproof.ts';

const ground = {
  source: 'table of latency budgets (docs/reference/budgets.md), anchored to the 3 s habit of public tenders',
  kind: 'assumed',
} as const satisfies BudgetDefinition;

const method = ['joint', 'financial', 'simple'] as const;

/** What an applicant does, in the order of the story, and what counts as fast enough. */
export const steps = {
  notice: { title: 'Open the notice of the complex', p50: '80 ms', p95: '400 ms', p99: '1 s', errors: '0.1 %', ...ground },
  challenge: { title: 'Get the number to be signed', p50: '80 ms', p95: '400 ms', p99: '1 s', errors: '0.1 %', ...ground },
  login: { title: 'Log in by certificate', p50: '400 ms', p95: '2 s', p99: '5 s', errors: '0.5 %', tags: { method }, ...ground },
  'login-again': { title: 'The same signature once more, which must be refused', p95: '2 s', errors: '0.1 %', rare: true, ...ground },
  eligibility: { title: 'Check the eligibility', p50: '150 ms', p95: '500 ms', p99: '1.5 s', errors: '0.1 %', ...ground },
  'fill-in': { title: 'Fill in the application', p50: '150 ms', p95: '500 ms', p99: '1.5 s', errors: '0.1 %', ...ground },
  sign: { title: 'Sign and submit', p50: '400 ms', p95: '2 s', p99: '5 s', errors: '0.1 %', tags: { method }, ...ground },
  'sign-other': { title: 'A signature over another text, which must be refused', p95: '2 s', errors: '0.1 %', rare: true, ...ground },
  'see-receipt': { title: 'Look at the receipt', p50: '80 ms', p95: '400 ms', p99: '1 s', errors: '0.1 %', ...ground },
} as const satisfies Readonly<Record<string, StepDefinition>>;

export type CheongyakStep = keyof typeof steps;
