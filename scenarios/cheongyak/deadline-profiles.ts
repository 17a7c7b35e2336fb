import { constant, deadline, type ProfileDefinition, rush, together } from '../../surgeproof.ts';
import type { CheongyakStep } from './steps.ts';

type Profile = ProfileDefinition<CheongyakStep>;

const smoke: Profile = {
  description: 'half a minute, a few hundred applicants, the close in the middle of them',
  arrivals: [constant('8/s', { for: '14 s' }), together(constant('8/s', { for: '6 s' }), rush(120, { within: '3 s' }))],
  phases: [
    { name: 'warm-up', from: 0, judged: false },
    { name: 'last-minutes', from: '3 s', judged: true },
    { name: 'drain', from: '24 s', judged: false },
  ],
  drain: '14 s',
  // The smallest share that so few people can show.
  errors: '5 %',
  hosts: 2,
  thinkScale: 0.02,
  service: { nodes: 2, admissionRate: '200/s', closesAfter: '19 s' },
};

const lab: Profile = {
  description: 'the last hour in three minutes: from 6 to 64 new applicants a second, as in the last minute of the real one',
  arrivals: [constant('6/s', { for: '10 s' }), deadline('6/s', '64/s', { for: '170 s' })],
  phases: [
    { name: 'warm-up', from: 0, judged: false },
    { name: 'last-hour', from: '10 s', judged: true },
    { name: 'last-minute', from: '120 s', judged: true },
    { name: 'drain', from: '215 s', judged: false },
  ],
  drain: '45 s',
  // Two cores cannot show less of the steps that few people reach.
  errors: '1 %',
  hosts: 4,
  thinkScale: 0.1,
  service: { nodes: 2, admissionRate: '80/s', closesAfter: '190 s' },
};

export const deadlineProfiles = { smoke, lab };
