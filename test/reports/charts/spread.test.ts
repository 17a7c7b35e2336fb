import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from '../../../reports/charts/draw/labels/spread.ts';

describe('labels at line ends', () => {
  it('stay inside and never overlap while there is room for all', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 350 }), { minLength: 1, maxLength: 6 }), (wanted) => {
        const placed = spread(wanted, 16, 0, 120);
        const sorted = [...placed].sort((a, b) => a - b);
        for (const [index, place] of sorted.entries()) {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(120);
          if (index > 0) expect(place - sorted[index - 1]!).toBeGreaterThanOrEqual(16);
        }
      }),
    );
  });

  it('stand where they want to when nothing is in the way', () => expect(spread([100, 20, 60], 16, 0, 120)).toEqual([100, 20, 60]));

  it('put the later of two equal wishes higher, as a stack has it', () => expect(spread([50, 50], 16, 0, 120)).toEqual([66, 50]));
});
