import { defineSurge, syntheticPeople } from '../../surgeproof.ts';
import { couponProfiles } from './coupon-profiles.ts';
import { apply, buyVoucher } from './journeys.ts';
import { steps } from './steps.ts';

/** The first hours of a coupon for everybody, by weekday, beside a sale of vouchers that end. */
export default defineSurge({
  name: 'coupon-first-hours',
  title: 'First hours of a coupon',
  story: 'Half a country may apply, two birth years a weekday; a sale of vouchers begins at the same hour, and is sold out in minutes.',
  target: { service: 'coupon' },
  accounts: syntheticPeople(),
  demand: { unit: 'applications', step: 'apply', journeys: ['apply'], perPerson: 0.64 },
  facts: {
    firstDay: {
      value: 6_975_642,
      unit: 'applications',
      source: 'press reports of the first day of the consumption coupon, 2025-07-21',
      kind: 'stated',
    },
    firstHours: { value: 0.59, unit: 'share of the day', source: '4.15 million from 09:00 to 12:00, by a blog', kind: 'stated' },
    meanRate: { value: 384, unit: 'applications/s', source: '6.98 million people × 59 % / 3 h', kind: 'derived' },
    firstMinutes: { value: 1_150, unit: 'applications/s', source: 'three times the mean in the first ten minutes', kind: 'assumed' },
    wrongDay: { value: 0.2, unit: 'share of the visitors', source: 'come on a day that is not theirs', kind: 'assumed' },
    maintenance: { value: 23.5, unit: 'hour of the day', source: 'daily maintenance from 23:30 to 00:30', kind: 'stated' },
  },
  steps,
  lanes: { apply: { cost: 1 }, sale: { cost: 1 } },
  journeys: {
    apply: { title: 'Apply for the coupon', share: 0.8, lane: 'apply', run: apply },
    'buy-voucher': { title: 'Buy a voucher of the sale', share: 0.2, lane: 'sale', run: buyVoucher },
  },
  profiles: couponProfiles,
});
