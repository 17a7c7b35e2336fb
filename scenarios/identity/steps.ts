import { IDENTIFICATION_METHODS } from '../../models/people/identification.ts';
import { CARRIERS } from '../../models/people/person.ts';
import type { StepDefinition } from '../../surgeproof.ts';
import { assumedBudget } from '../grounds.ts';

const quick = { p50: '80 ms', p95: '400 ms', p99: '1 s', errors: '0.1 %', ...assumedBudget } as const;
const refused = { p95: '1.5 s', errors: '0.1 %', rare: true, ...assumedBudget } as const;

/** What people do, in the order of the story, and what counts as fast enough. */
export const steps = {
  methods: { title: 'Open the window, see the methods', ...quick },
  send: {
    title: 'Choose a method, name and number: the push, the code or the call',
    p50: '350 ms',
    p95: '800 ms',
    p99: '3 s',
    errors: '0.5 %',
    tags: { carrier: CARRIERS, method: IDENTIFICATION_METHODS },
    ...assumedBudget,
  },
  // The phone is none of the service; only that it answers is looked at.
  phone: { title: 'Look at the phone for the code', p95: null, errors: '0.1 %', ...assumedBudget },
  approve: { title: 'Say yes in the PASS app', p95: null, errors: '0.1 %', ...assumedBudget },
  confirm: {
    title: 'Confirm',
    p50: '150 ms',
    p95: '500 ms',
    p99: '1.5 s',
    errors: '0.5 %',
    tags: { method: IDENTIFICATION_METHODS },
    ...assumedBudget,
  },
  account: { title: 'See the account', ...quick },
  'report-failure': { title: 'Give up this method, and say why', ...quick, rare: true },
  'look-up': { title: 'See what became of the attempt', ...quick, rare: true },
  'send-again': { title: 'Another code at once, which must be refused', ...refused },
  unapproved: { title: 'Confirm without a yes, which must be refused', ...refused },
  'old-code': { title: 'The code before the last, which must be refused', ...refused },
  'late-code': { title: 'A code that is over, which must be refused', ...refused },
  fail: { title: 'A failure that counts', ...refused },
  'six-codes': { title: 'Six wrong codes at once, of which five may count', ...refused },
  'while-blocked': { title: 'Right data while blocked, which must be refused', ...refused },
  'block-status': { title: 'See until when one is blocked', ...quick, rare: true },
  'ask-desk': { title: 'Ask the desk', ...quick, rare: true },
} as const satisfies Readonly<Record<string, StepDefinition>>;

export type IdentityStep = keyof typeof steps;
