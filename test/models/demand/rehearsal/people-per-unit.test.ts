import { expect, it } from 'vitest';
import { perPersonOf } from '../../../../models/demand/rehearsal/people-per-unit.ts';

const demand = { unit: 'payments', step: 'pay', perPerson: 0.3 };

it.each([
  [demand, 'payments/hour', 0.3],
  [demand, 'payments/s', 0.3],
  [demand, 'Payments per day', 0.3],
  [{ ...demand, unit: 'payments/day' }, 'payments', 0.3],
  [demand, 'arrivals/s', 1],
  [demand, 'people', 1],
  [null, 'orders/hour', 1],
])('of %j and a forecast in %j is %d', (given, unit, perPerson) => {
  expect(perPersonOf(given, unit)).toBe(perPerson);
});

it('refuses a forecast of something else', () => {
  expect(perPersonOf(demand, 'orders/hour')).toEqual({
    path: 'demand.unit',
    message: 'must be what the forecast counts (orders) or people, got payments; change demand in the surge file',
  });
});
