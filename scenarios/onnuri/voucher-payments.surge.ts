import { defineSurge, syntheticPeople } from '../../surgeproof.ts';
import { dynamicQr } from './journeys/dynamic-qr.ts';
import { linkedCard } from './journeys/linked-card.ts';
import { staticQr } from './journeys/static-qr.ts';
import { lanes } from './lanes.ts';
import { paymentProfiles } from './payment-profiles.ts';
import { paymentSteps } from './payments/payment-steps.ts';

/** A noon of payments by every tender: nobody is charged twice, or by what they did not ask for, whatever gets lost on the way. */
export default defineSurge({
  name: 'voucher-payments',
  title: 'Voucher payments at noon',
  story: 'People pay by static QR, by the QR of a terminal and by linked card; answers get lost, and some pay again by another tender.',
  target: { service: 'onnuri' },
  accounts: syntheticPeople(),
  demand: { unit: 'payments', step: 'pay', journeys: ['static-qr', 'dynamic-qr'] },
  facts: {
    usualNoon: {
      value: 10.7,
      unit: 'payments/s',
      source: '2.5 million users, 8 % a day, 1.6 payments each, 12 % of them in the peak hour',
      kind: 'assumed',
    },
    netCancelAfter: {
      value: 3,
      unit: 's',
      source: 'operators demand a net cancel 30 s after a request without an answer; shortened tenfold',
      kind: 'derived',
    },
    terminalQr: { value: 180, unit: 's', source: 'Korean QR payment standard of 2018-11-06; at its full length', kind: 'stated' },
    paidAgain: {
      value: 0.08,
      unit: 'share of the people',
      source: 'pay again by another tender when the result is unknown',
      kind: 'assumed',
    },
  },
  steps: paymentSteps,
  lanes: { payment: lanes.payment },
  journeys: {
    'static-qr': { title: 'Pay by the QR on the counter', share: 0.45, lane: 'payment', run: staticQr },
    'dynamic-qr': { title: 'Pay by the QR of a terminal', share: 0.1, lane: 'payment', run: dynamicQr },
    'linked-card': { title: 'Pay by linked card', share: 0.45, lane: 'payment', run: linkedCard },
  },
  profiles: paymentProfiles,
});
