import { REASON_SHARES } from '../../models/people/identification.ts';
import { defineSurge, issuedByService, type Person, type Quantity } from '../../surgeproof.ts';
import { attemptMix, FAILING_SHARE, METHOD_SHARES } from './attempts/mix.ts';
import { identityProfiles } from './identity-profiles.ts';
import { identify } from './journeys/identify.ts';
import { lockedOut } from './journeys/locked-out.ts';
import { steps } from './steps.ts';

const fact = (value: number, unit: string, source: string, kind: Quantity['kind']): Quantity => ({ value, unit, source, kind });

const mix = attemptMix();
/** Who fails five times. */
const LOCKED_OUT = 0.06;

/** What operators report of a list of checks before the start: half of the failures. */
const improved = attemptMix(FAILING_SHARE / 2);
const attemptsOf = ({ attempts }: typeof mix): number => Object.values(attempts).reduce((sum, count) => sum + count, 0);

/** A service or a state asks everybody to prove who they are, and all do it now: by PASS app, message, call or card. */
export default defineSurge({
  name: 'identity-surge',
  title: 'Proof of identity by phone',
  story:
    'Everybody proves who they are at the same time. Codes come late or not at all, people change to another method, and who fails five times is blocked for as long as the rules say.',
  target: { service: 'identity' },
  accounts: issuedByService<Person>(),
  demand: { unit: 'identifications', step: 'send', perPerson: attemptsOf(mix) },
  // Those whom a carrier failed count as unserved; those who stop for what is theirs do not.
  people: { served: '97 %', source: 'at least 97 of 100 people must be through within ten minutes', kind: 'assumed' },
  facts: {
    failing: fact(FAILING_SHARE, 'share of attempts', 'an operator of identifications: 15 to 20 %', 'stated'),
    passFirst: fact(
      METHOD_SHARES.PASS,
      'share of first attempts',
      'the market of 2021 says more, but for those who have the app',
      'assumed',
    ),
    smsFirst: fact(METHOD_SHARES.SMS, 'share of first attempts', 'the next after PASS', 'assumed'),
    smsNotReceived: fact(mix.failing.SMS['sms-not-received'], 'share of attempts by message', 'raked from methods and causes', 'derived'),
    attempts: fact(attemptsOf(mix), 'attempts a person', 'from the failures and what people try next', 'derived'),
    success: fact(mix.success, 'share of the people', 'who get through whatever it takes; the rest stops after a failure', 'derived'),
    successImproved: fact(
      improved.success,
      'share of the people',
      'the same with half of the failures, as after a list of checks',
      'derived',
    ),
    lockedOut: fact(LOCKED_OUT, 'share of the people', 'enough that a short run sees each reason of a block', 'assumed'),
    blockedForMismatch: fact(REASON_SHARES.mismatch, 'share of blocks', 'an operator of identifications', 'stated'),
  },
  steps,
  journeys: {
    identify: { title: 'Prove who one is', share: 1 - LOCKED_OUT, run: identify },
    'locked-out': { title: 'Fail five times, be blocked, come back', share: LOCKED_OUT, run: lockedOut },
  },
  profiles: identityProfiles,
});
