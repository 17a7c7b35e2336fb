import { defineSurge, syntheticPeople } from '../../surgeproof.ts';
import { qrPayment } from './journeys/qr-payment.ts';
import { registerCard } from './journeys/register-card.ts';
import { lanes } from './lanes.ts';
import { launchProfiles } from './launch-profiles.ts';
import { steps } from './steps.ts';

/** The launch of a merged voucher app: doors open, 40,000 people stand in line, most must log in anew and register a card. */
export default defineSurge({
  name: 'onnuri-launch',
  title: 'Digital Onnuri launch',
  story: 'Doors open after two weeks of closure; tens of thousands queue, most must verify their identity and register a card again.',
  target: { service: 'onnuri' },
  accounts: syntheticPeople(),
  demand: { unit: 'payments', step: 'pay', journeys: ['qr-payment'] },
  facts: {
    waiting: { value: 40_000, unit: 'people', source: 'press reports of the launch on 2025-03-01', kind: 'stated' },
    reRegister: { value: 0.7, unit: 'share of arrivals', source: 'two legacy populations migrate; share assumed', kind: 'assumed' },
  },
  steps,
  lanes,
  journeys: {
    'register-card': { title: 'Register a card', share: 0.7, lane: 'register', run: registerCard },
    'qr-payment': { title: 'Pay by QR', share: 0.3, lane: 'payment', run: qrPayment },
  },
  profiles: launchProfiles,
});
