import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayTime } from '../../../models/words/duration.ts';

describe('times in sentences', () => {
  it.each([
    [0.5, '0.5 ms'],
    [240.4, '240 ms'],
    [970, '970 ms'],
    [999.6, '1 s'],
    [1_500, '1.5 s'],
    [4_816, '4.82 s'],
    [60_000, '60 s'],
    [119_400, '119 s'],
    [119_999, '2 min'],
    [7_199_700, '2 h'],
    [120_000, '2 min'],
    [192_000, '3 min 12 s'],
    [179_700, '3 min'],
    [3_600_000, '60 min'],
    [7_260_000, '2 h 1 min'],
    [null, '–'],
  ])('say %s ms as %s', (ms, text) => expect(sayTime(ms)).toBe(text));

  it('never say 60 of a smaller unit beside a larger one', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (ms) => {
        expect(sayTime(ms)).not.toMatch(/ 60 (s|min)$/);
      }),
    );
  });
});
