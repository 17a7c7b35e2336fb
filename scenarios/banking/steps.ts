import type { BudgetDefinition, StepDefinition } from '../../surgeproof.ts';
import { assumedBudget } from '../grounds.ts';

const quick = { p50: '80 ms', p95: '400 ms', p99: '1 s', errors: '0.1 %', ...assumedBudget } as const satisfies BudgetDefinition;
/** What must be refused: attacks, mistakes, and people who left. */
const refused = { p95: '1 s', errors: '0.1 %', rare: true, ...assumedBudget } as const satisfies StepDefinition;
const issuing = {
  p95: '3 s',
  p99: '5 s',
  errors: '0.5 %',
  rare: true,
  source: 'a code comes within a few seconds of entering the PIN',
  kind: 'derived',
} as const satisfies StepDefinition;

/** What a customer does, in the order of the story, and what counts as fast enough. */
export const steps = {
  'check-version': { title: 'Open the app or the page', ...quick },
  identity: { title: 'Prove by phone who one is', p50: '400 ms', p95: '1.5 s', p99: '3 s', errors: '0.5 %', ...assumedBudget },
  login: {
    title: 'Log in with a PIN',
    p50: '300 ms',
    p95: '1.5 s',
    p99: '3 s',
    errors: '0.5 %',
    tags: { channel: ['app', 'web'] },
    ...assumedBudget,
  },
  balance: { title: 'Look at the balance', ...quick },
  verify: {
    title: 'Show the code of the token',
    p50: '50 ms',
    p95: '300 ms',
    p99: '1 s',
    errors: '0.1 %',
    ...assumedBudget,
  },
  transfer: { title: 'Send money', p50: '250 ms', p95: '1 s', p99: '3 s', errors: '0.1 %', ...assumedBudget },
  'see-transfer': { title: 'Look at the transfer', ...quick },
  'open-account': { title: 'Become a customer', p95: '1 s', errors: '0.1 %', rare: true, ...assumedBudget },
  issue: { title: 'Register a token', ...issuing },
  're-issue': { title: 'Replace the token', ...issuing },
  tokens: { title: 'Look up the number of the token', ...quick, rare: true },
  deregister: { title: 'Give up the token', p95: '1 s', errors: '0.1 %', rare: true, ...assumedBudget },
  'login-gone': { title: 'Log in after leaving, which must be refused', ...refused },
  'login-unproved': { title: 'Log in on the web without a proof, which must be refused', ...refused },
  'second-device': { title: 'Log in with another device', ...refused },
  'first-device': { title: 'Go on with the first device, which must be refused', ...refused },
  'wrong-code': { title: 'A code that is none of this minute, which must be refused', ...refused },
  'used-code': { title: 'The same code once more, which must be refused', ...refused },
  'old-token': { title: 'A code of a token that was replaced, which must be refused', ...refused },
  'key-again': { title: 'The key of a transfer for another amount, which must be refused', ...refused },
  'guess-pins': { title: 'Seven wrong PINs at once', ...refused },
  'guess-codes': { title: 'Twelve wrong codes at once', ...refused },
  'locked-out': { title: 'The right one after too many wrong ones, which must be refused', ...refused },
} as const satisfies Readonly<Record<string, StepDefinition>>;

export type BankingStep = keyof typeof steps;
