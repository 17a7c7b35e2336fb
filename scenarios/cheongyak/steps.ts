import { METHODS } from '../../models/people/applicant.ts';
import type { StepDefinition } from '../../surgeproof.ts';
import { assumedBudget } from '../grounds.ts';

/** What an applicant does, in the order of the story, and what counts as fast enough. */
export const steps = {
  notice: { title: 'Open the notice of the complex', p50: '80 ms', p95: '400 ms', p99: '1 s', errors: '0.1 %', ...assumedBudget },
  challenge: { title: 'Get the number to be signed', p50: '80 ms', p95: '400 ms', p99: '1 s', errors: '0.1 %', ...assumedBudget },
  login: {
    title: 'Log in by certificate',
    p50: '400 ms',
    p95: '2 s',
    p99: '5 s',
    errors: '0.5 %',
    tags: { method: METHODS },
    ...assumedBudget,
  },
  'login-again': {
    title: 'The same signature once more, which must be refused',
    p95: '2 s',
    errors: '0.1 %',
    rare: true,
    ...assumedBudget,
  },
  eligibility: { title: 'Check the eligibility', p50: '150 ms', p95: '500 ms', p99: '1.5 s', errors: '0.1 %', ...assumedBudget },
  'fill-in': { title: 'Fill in the application', p50: '150 ms', p95: '500 ms', p99: '1.5 s', errors: '0.1 %', ...assumedBudget },
  sign: { title: 'Sign and submit', p50: '400 ms', p95: '2 s', p99: '5 s', errors: '0.1 %', tags: { method: METHODS }, ...assumedBudget },
  'sign-other': {
    title: 'A signature over another text, which must be refused',
    p95: '2 s',
    errors: '0.1 %',
    rare: true,
    ...assumedBudget,
  },
  'see-receipt': { title: 'Look at the receipt', p50: '80 ms', p95: '400 ms', p99: '1 s', errors: '0.1 %', ...assumedBudget },
} as const satisfies Readonly<Record<string, StepDefinition>>;

export type CheongyakStep = keyof typeof steps;
