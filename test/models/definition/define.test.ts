import { expect, it } from 'vitest';
import * as surface from '../../../surgeproof.ts';

it('hands definitions over as they are: values are checked before a run', () => {
  const surge = { name: 'x', target: 'y', steps: { a: {} }, journeys: {}, profiles: {} };
  expect(surface.defineSurge(surge)).toBe(surge);
  const config = {};
  expect(surface.defineConfig(config)).toBe(config);
});

it('is what a surge file may import', () => {
  expect(Object.keys(surface).sort()).toEqual([
    'constant',
    'csv',
    'daily',
    'deadline',
    'defineConfig',
    'defineSurge',
    'doorsOpen',
    'env',
    'forecast',
    'issuedByService',
    'made',
    'pause',
    'points',
    'ramp',
    'rush',
    'syntheticPeople',
    'together',
  ]);
});
