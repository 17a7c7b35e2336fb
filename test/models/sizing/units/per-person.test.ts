import { describe, expect, it } from 'vitest';
import { demandUnits, requestsPerCounted, unitsAtPeak } from '../../../../models/sizing/units/demand-units.ts';
import { type PeopleMix, perPerson } from '../../../../models/sizing/units/per-person.ts';

const mix: PeopleMix = {
  demand: { unit: 'payments', step: 'pay', perPerson: 0.4 },
  steps: ['login', 'query', 'pay'],
  visits: { login: 1, query: 2, pay: 0.4 },
};

describe('perPerson', () => {
  it.each([
    ['payments/s', 0.4],
    ['Payments per day', 0.4],
    ['people/hour', 1],
    ['명/h', 1],
    ['visits/day', 1],
    ['logins/s', 1],
    ['queries/min', 2],
    ['requests/s', 3.4],
  ])('%s: %d a person', (unit, often) => expect(perPerson(unit, mix)).toBeCloseTo(often, 12));

  it.each(['orders/s', 'MW', 'payment-attempts/s', ''])('knows nothing that makes %j, and names what is counted', (unit) =>
    expect(perPerson(unit, mix)).toEqual({ unknown: 'unit', known: ['payments', 'people', 'requests', 'login', 'query', 'pay'] }),
  );

  it('refuses a step that nobody makes, and requests that were not counted', () => {
    expect(perPerson('logins/s', { ...mix, visits: {} })).toMatchObject({ unknown: 'visits' });
    expect(perPerson('requests/s', { ...mix, visits: null })).toMatchObject({ unknown: 'visits' });
  });
});

describe('units of a demand', () => {
  const units = demandUnits('payments', { value: 0.4, unit: '', source: '', kind: 'stated' }, mix.visits!, {
    source: '',
    kind: 'measured',
  });

  it('come out of one another: 100 payments/s are 250 people/s, 850 requests/s (100 ÷ 0.4, × 3.4)', () => {
    expect(requestsPerCounted(units)).toBeCloseTo(8.5, 12);
    const { peak, steps } = unitsAtPeak(units, 850);
    expect(peak.people).toBeCloseTo(250, 9);
    expect(peak.counted).toBeCloseTo(100, 9);
    expect(steps.map(({ step }) => step)).toEqual(['query', 'login', 'pay']);
  });
});
