import { expect, it } from 'vitest';
import { BLOCK_REASONS, CAUSE_SHARES, FAILURE_CAUSES, REASON_SHARES } from '../../../models/people/identification.ts';

it('has the two tables of the operators: causes of failures and reasons of blocks, each 35, 25, 20, 15 and 5 %', () => {
  const stated = [0.35, 0.25, 0.2, 0.15, 0.05];
  expect(FAILURE_CAUSES.map((cause) => CAUSE_SHARES[cause])).toEqual(stated);
  expect(BLOCK_REASONS.map((reason) => REASON_SHARES[reason])).toEqual(stated);
});
