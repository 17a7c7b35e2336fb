import { constant, type Duration, defineSurge, type ProfileDefinition, type Share, syntheticPeople } from '../../surgeproof.ts';
import { qrPayment } from './journeys/qr-payment.ts';
import { registerCard } from './journeys/register-card.ts';
import { lanes } from './lanes.ts';
import { type OnnuriStep, steps } from './steps.ts';

/** Even traffic of some length, with the smallest share of errors that so many people can show. */
function evenly(seconds: Duration, errors: Share, description: string): ProfileDefinition<OnnuriStep> {
  return {
    description,
    arrivals: [constant('40/s', { for: seconds })],
    errors,
    even: true,
    phases: [
      { name: 'warm-up', from: 0, judged: false },
      { name: 'steady', from: '1 s', judged: true },
    ],
    drain: '15 s',
    hosts: 1,
    retry: { again: '75 %', atMost: 2, quick: { times: 2, from: '200 ms', to: '500 ms' }, slow: { median: '1 s', p95: '2 s' } },
    patience: '10 min',
    thinkScale: 0.02,
    service: { nodes: 1, admissionRate: '400/s' },
  };
}

/** The smallest run that touches every step: for CI and for a first look. */
export default defineSurge({
  name: 'smoke',
  title: 'Smoke',
  story: 'A few people use every part of the service once.',
  target: { service: 'onnuri' },
  accounts: syntheticPeople(),
  demand: { unit: 'payments', step: 'pay', journeys: ['qr-payment'] },
  steps,
  lanes,
  journeys: {
    'register-card': { title: 'Register a card', share: 0.5, lane: 'register', run: registerCard },
    'qr-payment': { title: 'Pay by QR', share: 0.5, lane: 'payment', run: qrPayment },
  },
  profiles: {
    smoke: {
      ...evenly('10 s', '5 %', 'ten seconds of even traffic: does every step answer at all?'),
      // Three of a hundred payments are cancelled: half of a handful of answers says nothing of a median.
      budgets: { cancel: { p50: null } },
    },
    lab: evenly('30 s', '2 %', 'half a minute of even traffic'),
    full: evenly('2 min', '0.5 %', 'two minutes of even traffic'),
  },
});
