import { defineSurge, syntheticPeople } from '../../surgeproof.ts';
import { qrPayment } from './journeys/qr-payment.ts';
import { lanes } from './lanes.ts';
import { outageProfiles } from './outage-profiles.ts';
import { steps } from './steps.ts';

const { login, balance, pay, cancel, 'open-app': open, 'qr-lookup': lookup, 'legacy-qr': legacy } = steps;

/** The voucher app cannot reach its ledger for 23 hours and 10 minutes: nobody can pay, and nobody must be charged wrongly. */
export default defineSurge({
  name: 'chak-outage',
  title: 'Outage of QR payments',
  story:
    'App and ledger do not hear each other for 23 h 10 min. Payments stop; whoever tries must hear so at once, nobody may be charged twice or in vain, and when the two are joined again everybody pays as before.',
  target: { service: 'onnuri' },
  accounts: syntheticPeople(),
  demand: { unit: 'payments', step: 'pay' },
  facts: {
    outage: { value: 23 * 60 + 10, unit: 'minutes', source: 'press reports of the outage of 2025-09-19', kind: 'stated' },
    recovery: { value: 3, unit: 'hours', source: 'recovery standard of the supervision of electronic finance', kind: 'stated' },
    peak: {
      value: 107,
      unit: 'payments/s',
      source: '2.5 million users, 8 % active, 1.6 payments, busiest hour 12 %, ten times on a holiday',
      kind: 'assumed',
    },
  },
  steps: { 'open-app': open, login, balance, 'qr-lookup': lookup, 'legacy-qr': legacy, pay, cancel },
  lanes: { payment: lanes.payment },
  journeys: { 'qr-payment': { title: 'Pay by QR', share: 1, lane: 'payment', run: qrPayment } },
  profiles: outageProfiles,
});
