import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overtaken } from '../../../models/statistics/overtaken.ts';

const slowOvertaken = (admitted: readonly number[]): number =>
  admitted.filter((moment, i) => admitted.slice(i + 1).some((behind) => behind < moment)).length;

// Few different values, so that ties are the rule.
const values = fc.integer({ min: 0, max: 6 });

describe('overtaken', () => {
  it('equals the definition', () => {
    fc.assert(
      fc.property(fc.array(values, { maxLength: 60 }), (list) => {
        expect(overtaken(list)).toBe(slowOvertaken(list));
      }),
    );
  });
});
