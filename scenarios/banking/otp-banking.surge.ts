import type { Customer } from '../../models/people/customer.ts';
import { defineSurge, issuedByService } from '../../surgeproof.ts';
import { habits } from './habits.ts';
import { pay } from './journeys/pay.ts';
import { deregister, register, reIssue } from './journeys/tokens.ts';
import { profiles } from './profiles.ts';
import { steps } from './steps.ts';

/** Payday at a bank whose customers send money with one-time codes. */
export default defineSurge({
  name: 'otp-banking',
  title: 'Payday at a bank with one-time codes',
  story:
    'People log in, type the code of their token and send money; some register a token, give it up or replace it, and some guess at codes. No code may count twice, and no person may be locked out or let in by chance.',
  target: { service: 'banking' },
  accounts: issuedByService<Customer>(),
  demand: { unit: 'codes', step: 'verify' },
  facts: {
    nationalMean: { value: 23, unit: 'codes/s', source: '6.85 billion codes in 9.6 years, all banks', kind: 'derived' },
    bankShare: { value: 0.1, unit: 'share of all codes', source: 'one large bank of 58 institutions', kind: 'assumed' },
    payday: { value: 5, unit: 'times the mean', source: 'salaries, rents and cards on the same day', kind: 'assumed' },
    codeStep: { value: 60, unit: 's', source: 'a code of a Korean bank is good for a minute', kind: 'stated' },
    lifecycle: {
      value: 0.04,
      unit: 'share of the people',
      source: '2 % register, 1.5 % deregister, 0.5 % replace a token',
      kind: 'assumed',
    },
    web: { value: 0.15, unit: 'share of the transfers', source: 'the rest use the app, which needs no proof by phone', kind: 'assumed' },
    ...habits,
  },
  steps,
  journeys: {
    'pay-by-app': { title: 'Send money by app', share: '81.6 %', run: pay('app') },
    'pay-on-the-web': { title: 'Send money on the web', share: '14.4 %', run: pay('web') },
    'register-token': { title: 'Register a token', share: '2 %', run: register },
    'give-up-token': { title: 'Give up the token', share: '1.5 %', run: deregister },
    'replace-token': { title: 'Replace the token', share: '0.5 %', run: reIssue },
  },
  profiles,
});
