import type { Applicant } from '../../models/people/applicant.ts';
import { defineSurge, issuedByService } from '../../surgeproof.ts';
import { deadlineProfiles } from './deadline-profiles.ts';
import { apply } from './journeys/apply.ts';
import { steps } from './steps.ts';

/** The last hour of an apartment subscription: ten times as many people in the last minute, all of whom sign with their certificate. */
export default defineSurge({
  name: 'cheongyak-deadline',
  title: 'Apartment subscription at its deadline',
  story:
    'People log in, fill in and sign with their certificates while the clock runs out; what comes in time must count, what comes late must not.',
  target: { service: 'cheongyak' },
  accounts: issuedByService<Applicant>(),
  demand: { unit: 'applications', step: 'sign' },
  facts: {
    lastHour: { value: 0.3, unit: 'share of the people', source: 'rising tenfold to the last minute; shape assumed', kind: 'assumed' },
    close: { value: 17.5, unit: 'hour of the day', source: 'the window of subscriptions is 09:00 to 17:30', kind: 'stated' },
  },
  steps,
  lanes: { apply: { cost: 1 } },
  journeys: { apply: { title: 'Apply for a home', share: 1, lane: 'apply', run: apply } },
  profiles: deadlineProfiles,
});
