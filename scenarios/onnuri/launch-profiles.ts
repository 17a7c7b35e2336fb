import { constant, doorsOpen, type ProfileDefinition, points, together } from '../../surgeproof.ts';
import type { OnnuriStep } from './steps.ts';

type Profile = ProfileDefinition<OnnuriStep>;

const smoke: Profile = {
  description: 'half a minute, six hundred people: does everything work?',
  arrivals: [
    constant('5/s', { for: '4 s' }),
    together(constant('5/s', { for: '14 s' }), doorsOpen('60/s', { hold: '6 s', halfLife: '2 s', for: '14 s' })),
  ],
  phases: [
    { name: 'warm-up', from: 0, judged: false },
    { name: 'surge', from: '4 s', judged: true },
    { name: 'drain', from: '30 s', judged: false },
  ],
  drain: '20 s',
  // The smallest share that 180 payers can show: without any error it takes 3.84 · (1 − ε)/ε of them, 73 for 5 %.
  errors: '5 %',
  hosts: 2,
  thinkScale: 0.05,
  // Three of a hundred payments are cancelled: half of a handful of answers says nothing of a median.
  budgets: { cancel: { p50: null } },
  service: { nodes: 4, admissionRate: '152/s' },
};

const lab: Profile = {
  description: '40,000 people waiting at once on a two-core machine, in six and a half minutes',
  arrivals: [
    constant('6/s', { for: '10 s' }),
    together(constant('6/s', { for: '170 s' }), doorsOpen('1120/s', { hold: '34 s', halfLife: '2 s', for: '170 s' })),
  ],
  phases: [
    { name: 'warm-up', from: 0, judged: false },
    { name: 'surge', from: '10 s', judged: true },
    { name: 'drain', from: '350 s', judged: false },
  ],
  drain: '240 s',
  hosts: 4,
  thinkScale: 0.2,
  service: { nodes: 4, admissionRate: '494/s', doorsOpenAfter: '48 s' },
};

const full: Profile = {
  description: 'the event at its own speed: 200 arrivals a second at the peak, two hours',
  arrivals: [
    points([
      [0, '60/s'],
      ['30 min', '20/s'],
      ['60 min', '20/s'],
      ['62 min', '200/s'],
      ['66 min', '200/s'],
      ['70 min', '60/s'],
      ['120 min', '40/s'],
    ]),
  ],
  phases: [
    { name: 'warm-up', from: 0, judged: false },
    { name: 'steady', from: '5 min', judged: true },
    { name: 'surge', from: '60 min', judged: true },
    { name: 'drain', from: '120 min', judged: false },
  ],
  drain: '15 min',
  hosts: 8,
  service: { nodes: 4, admissionRate: '315/s' },
};

/** Sizes of the launch. People wait an hour in the median, and try again as the defaults say. */
export const launchProfiles = { smoke, lab, full };
