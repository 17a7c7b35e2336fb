import { constant, doorsOpen, type ProfileDefinition, together } from '../../surgeproof.ts';
import type { PaymentStep } from './payments/payment-steps.ts';

type Profile = ProfileDefinition<PaymentStep>;

const smoke: Profile = {
  description: 'half a minute, some five hundred payments: is everybody charged once, and by what they asked for?',
  arrivals: [constant('34/s', { for: '16 s' })],
  phases: [
    { name: 'warm-up', from: 0, judged: false },
    { name: 'noon', from: '2 s', judged: true },
    { name: 'drain', from: '22 s', judged: false },
  ],
  drain: '20 s',
  // The smallest share that so few people can show.
  errors: '5 %',
  hosts: 2,
  thinkScale: 0.05,
  doubleTaps: '3 %',
  service: { nodes: 2, admissionRate: '200/s' },
};

const lab: Profile = {
  description: 'noon before a holiday: ten times the payments of a usual noon for a minute and a half',
  arrivals: [
    constant('10.7/s', { for: '20 s' }),
    together(constant('10.7/s', { for: '150 s' }), doorsOpen('96.3/s', { hold: '90 s', halfLife: '10 s', for: '150 s' })),
  ],
  phases: [
    { name: 'warm-up', from: 0, judged: false },
    { name: 'usual-noon', from: '5 s', judged: true },
    { name: 'holiday-noon', from: '20 s', judged: true },
    { name: 'drain', from: '185 s', judged: false },
  ],
  drain: '60 s',
  errors: '1 %',
  hosts: 4,
  thinkScale: 0.2,
  doubleTaps: '3 %',
  service: { nodes: 2, admissionRate: '400/s' },
};

export const paymentProfiles = { smoke, lab };
