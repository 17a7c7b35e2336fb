import { constant, doorsOpen, type ProfileDefinition, together } from '../../surgeproof.ts';
import type { CouponStep } from './steps.ts';

type Profile = ProfileDefinition<CouponStep>;

const smoke: Profile = {
  description: 'half a minute, some six hundred visitors, sold out and closed for the night in it',
  arrivals: [
    constant('10/s', { for: '3 s' }),
    together(constant('10/s', { for: '15 s' }), doorsOpen('70/s', { hold: '4 s', halfLife: '2 s', for: '15 s' })),
  ],
  phases: [
    { name: 'warm-up', from: 0, judged: false },
    { name: 'first-minutes', from: '3 s', judged: true },
    { name: 'drain', from: '24 s', judged: false },
  ],
  drain: '18 s',
  // The smallest share that so few people can show.
  errors: '5 %',
  hosts: 2,
  thinkScale: 0.05,
  service: { nodes: 2, admissionRate: '200/s', closesAfter: '17 s' },
};

const lab: Profile = {
  description: 'the first minutes of the first day at a fifth of their rate: 230 visitors a second, then a third of it',
  arrivals: [
    constant('10/s', { for: '10 s' }),
    together(constant('77/s', { for: '140 s' }), doorsOpen('153/s', { hold: '40 s', halfLife: '10 s', for: '140 s' })),
  ],
  phases: [
    { name: 'warm-up', from: 0, judged: false },
    { name: 'first-minutes', from: '10 s', judged: true },
    { name: 'drain', from: '180 s', judged: false },
  ],
  drain: '60 s',
  errors: '1 %',
  hosts: 4,
  thinkScale: 0.2,
  service: { nodes: 2, admissionRate: '200/s', closesAfter: '170 s' },
};

export const couponProfiles = { smoke, lab };
