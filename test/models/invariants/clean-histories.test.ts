import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INVARIANT_NAMES } from '../../../models/invariants/catalogue.ts';
import { cleanHistory, found, people } from './made-history.ts';

describe('a run in which nothing went wrong', () => {
  it.each(INVARIANT_NAMES)('%s is silent, whoever came', (name) => {
    let examined = 0;
    fc.assert(
      fc.property(people, (did) => {
        const result = found(name, cleanHistory(did));
        examined += result.examined;
        expect(result).toMatchObject({ violations: 0, examples: [] });
      }),
      { numRuns: 40 },
    );
    // Silence of an invariant that looks at nothing would prove nothing.
    expect(examined).toBeGreaterThan(10);
  });
});
