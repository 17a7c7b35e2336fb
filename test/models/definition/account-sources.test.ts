import { expect, it } from 'vitest';
import { csv, made, syntheticPeople } from '../../../models/definition/account-sources.ts';
import { forecast } from '../../../models/definition/arrivals/forecast-arrivals.ts';

it('never uses a row twice unless the file says so', () => {
  expect(csv('a.csv', { columns: ['email', 'pin'] })).toEqual({ from: 'csv', file: 'a.csv', columns: ['email', 'pin'], reuse: 'never' });
  expect(csv('a.csv', { columns: ['email'], reuse: 'allowed' })).toMatchObject({ reuse: 'allowed' });
});

it('names where people are from', () => {
  const make = (number: number) => ({ email: `p${number}@example.com` });
  expect([syntheticPeople(), made(make)]).toEqual([{ from: 'synthetic-people' }, { from: 'function', make }]);
});

it('asks for all of a forecast unless an event or a scale is named', () => {
  expect(forecast('f.json', 'P95')).toEqual({ forecast: 'f.json', quantile: 'P95', event: null, scale: null });
  expect(forecast('f.json', 'P95', { event: 'doors', scale: 0.1 })).toMatchObject({ event: 'doors', scale: 0.1 });
});
