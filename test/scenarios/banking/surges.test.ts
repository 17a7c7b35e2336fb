import { expect, it } from 'vitest';
import { arrivalCurve } from '../../../models/workload/arrivals/curves/from-spec.ts';
import banking from '../../../scenarios/banking/otp-banking.surge.ts';
import { resolved } from '../resolved.ts';

it('brings as many people a second as one bank has, on a usual day and on payday', () => {
  const { profile } = resolved(banking, 'lab');
  const { rateAt } = arrivalCurve(profile.arrivals);
  // 23 codes a second in the country, a tenth of them at this bank, five times as many on payday (domain facts S3).
  expect([rateAt(10), rateAt(150)]).toEqual([expect.closeTo(2.3), expect.closeTo(11.5)]);
});

it('sends most people for money, four of a hundred for their token', () => {
  const { surge } = resolved(banking, 'lab');
  const shares = Object.fromEntries(surge.journeys.map(({ name, share }) => [name, share]));
  expect(shares).toEqual({
    // 96 % of the people, 85 % of them by app.
    'pay-by-app': expect.closeTo(0.96 * 0.85),
    'pay-on-the-web': expect.closeTo(0.96 * 0.15),
    'register-token': 0.02,
    'give-up-token': expect.closeTo(0.015),
    'replace-token': expect.closeTo(0.005),
  });
});
