import { constant, deadline, doorsOpen, type ProfileDefinition, rush, together } from '../../surgeproof.ts';
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

const crowd: Profile = {
  description: '40,000 people wait at once; 70 a second get in, as in the last minute, and sign before the close, in twelve minutes',
  arrivals: [
    constant('6/s', { for: '10 s' }),
    together(constant('3/s', { for: '560 s' }), doorsOpen('800/s', { hold: '44 s', halfLife: '5 s', for: '560 s' })),
  ],
  phases: [
    { name: 'warm-up', from: 0, judged: false },
    { name: 'last-hour', from: '10 s', judged: true },
    { name: 'last-minute', from: '600 s', judged: true },
    { name: 'drain', from: '680 s', judged: false },
  ],
  drain: '170 s',
  // With no second chance people stay in line.
  patience: '12 h',
  errors: '1 %',
  hosts: 4,
  thinkScale: 0.1,
  service: { nodes: 2, admissionRate: '70/s', closesAfter: '720 s' },
};

const full: Profile = {
  description: 'the last hour at its own speed: 90,000 people, from 6.4 to 64 new ones a second, with the think times of people',
  arrivals: [deadline('6.4/s', '64/s', { for: '60 min' })],
  phases: [
    { name: 'warm-up', from: 0, judged: false },
    { name: 'last-hour', from: '2 min', judged: true },
    { name: 'last-minute', from: '60 min', judged: true },
    { name: 'drain', from: '75 min', judged: false },
  ],
  drain: '20 min',
  hosts: 4,
  service: { nodes: 2, admissionRate: '80/s', closesAfter: '70 min' },
};

export const deadlineProfiles = { smoke, lab, crowd, full };
