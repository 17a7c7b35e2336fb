import { constant, type ProfileDefinition, pause, ramp, rush, together } from '../../surgeproof.ts';
import type { IdentityStep } from './steps.ts';

type Profile = ProfileDefinition<IdentityStep>;

const smoke: Profile = {
  description: 'twenty seconds, some hundred people, rules of minutes 20 times and of hours 9,600 times faster',
  arrivals: [constant('10/s', { for: '8 s' }), together(constant('10/s', { for: '6 s' }), rush(100, { within: '4 s' }))],
  phases: [
    { name: 'warm-up', from: 0, judged: false },
    { name: 'backlog', from: '2 s', judged: true },
    { name: 'drain', from: '20 s', judged: false },
  ],
  drain: '26 s',
  // The smallest share that so few people can show.
  errors: '5 %',
  people: { served: '93 %', source: 'at least 97 of 100, as far as some hundred people can show it', kind: 'assumed' },
  hosts: 2,
  thinkScale: 0.05,
  service: { nodes: 2, ruleSpeed: { minutes: 20, hours: 9_600 } },
};

const lab: Profile = {
  description:
    '83 people a second for two minutes, as many as 300,000 an hour, after a backlog; rules of minutes 10 times and of hours 2,880 times faster',
  arrivals: [ramp('20/s', '83/s', { for: '30 s' }), together(constant('83/s', { for: '120 s' }), rush(1_000, { within: '30 s' }))],
  phases: [
    { name: 'warm-up', from: 0, judged: false },
    { name: 'backlog', from: '15 s', judged: true },
    { name: 'steady', from: '75 s', judged: true },
    { name: 'drain', from: '165 s', judged: false },
  ],
  drain: '60 s',
  errors: '1 %',
  hosts: 4,
  thinkScale: 0.1,
  service: { nodes: 2, ruleSpeed: { minutes: 10, hours: 2_880 } },
};

const full: Profile = {
  description: 'a backlog of 50,000, then 83 and 278 people a second as in two real surges, at the pace of life',
  arrivals: [rush(50_000, { within: '10 min' }), constant('83/s', { for: '10 min' }), pause('1 min'), constant('278/s', { for: '10 min' })],
  warmUp: '1 min',
  drain: '12 min',
  service: { nodes: 6 },
};

export const identityProfiles = { smoke, lab, full };
