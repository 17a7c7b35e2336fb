import type { StepDefinition } from '../../surgeproof.ts';
import { assumedBudget } from '../grounds.ts';

/** What a person does with the voucher app, in the order of the story, and what counts as fast enough. */
export const steps = {
  'open-app': { title: 'Open the app, check the version', p50: '80 ms', p95: '400 ms', p99: '1 s', errors: '0.1 %', ...assumedBudget },
  login: { title: 'Log in with phone number and PIN', p50: '300 ms', p95: '1.5 s', p99: '3 s', errors: '0.5 %', ...assumedBudget },
  'identity-send': { title: 'Request the identity code', p50: '400 ms', p95: '800 ms', p99: '3 s', errors: '0.5 %', ...assumedBudget },
  'identity-confirm': { title: 'Confirm the identity code', p50: '150 ms', p95: '500 ms', p99: '1.5 s', errors: '0.5 %', ...assumedBudget },
  'register-card': { title: 'Register a card', p50: '600 ms', p95: '1.5 s', p99: '4 s', errors: '0.5 %', ...assumedBudget },
  balance: { title: 'Look at the balance', p50: '80 ms', p95: '400 ms', p99: '1 s', errors: '0.1 %', ...assumedBudget },
  'qr-lookup': { title: 'Scan the merchant QR', p50: '80 ms', p95: '400 ms', p99: '1 s', errors: '0.1 %', ...assumedBudget },
  'legacy-qr': {
    title: 'Scan a QR of before the merger, which must be refused',
    p95: '400 ms',
    errors: '0.1 %',
    rare: true,
    ...assumedBudget,
  },
  pay: { title: 'Approve the payment', p50: '250 ms', p95: '1 s', p99: '3 s', errors: '0.1 %', ...assumedBudget },
  // Three payments in a hundred.
  cancel: {
    title: 'Cancel the payment',
    p50: '200 ms',
    p95: '1 s',
    p99: '5 s',
    errors: '0.1 %',
    ...assumedBudget,
    minSamples: 50,
    rare: true,
  },
} as const satisfies Readonly<Record<string, StepDefinition>>;

export type OnnuriStep = keyof typeof steps;
