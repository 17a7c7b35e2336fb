import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SlotStretch, stretchesOf } from '../../../../models/sizing/schedule/stretches.ts';

const costOf = (stretches: readonly SlotStretch[], changeCost: number): number =>
  stretches.reduce((sum, { from, to, nodes }) => sum + (to - from) * nodes, 0) + changeCost * (stretches.length - 1);

/** Every way to cut the slots into stretches of a least length: the slow twin. */
function cheapest(need: readonly number[], least: number, changeCost: number): number {
  const shortest = Math.min(least, need.length);
  const best = (from: number): number => {
    if (from === need.length) return -changeCost;
    let lowest = Number.POSITIVE_INFINITY;
    for (let to = from + shortest; to <= need.length; to++)
      lowest = Math.min(lowest, (to - from) * Math.max(...need.slice(from, to)) + changeCost + best(to));
    return lowest;
  };
  return best(0);
}

const cases = fc.record({
  need: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 11 }),
  least: fc.integer({ min: 1, max: 5 }),
  changeCost: fc.constantFrom(0, 1, 4),
});

describe('stretchesOf', () => {
  it('covers every slot once, never below its need, in stretches of the least length', () =>
    fc.assert(
      fc.property(cases, ({ need, least, changeCost }) => {
        const stretches = stretchesOf(need, { least, changeCost });
        expect(stretches[0]!.from).toBe(0);
        expect(stretches.at(-1)!.to).toBe(need.length);
        stretches.forEach(({ from, to, nodes }, i) => {
          if (i > 0) {
            expect(from).toBe(stretches[i - 1]!.to);
            expect(nodes).not.toBe(stretches[i - 1]!.nodes);
          }
          expect(to - from).toBeGreaterThanOrEqual(Math.min(least, need.length));
          expect(nodes).toBe(Math.max(...need.slice(from, to)));
        });
      }),
    ));

  it('costs as little as the best of all ways to cut', () =>
    fc.assert(
      fc.property(cases, ({ need, least, changeCost }) => {
        expect(costOf(stretchesOf(need, { least, changeCost }), changeCost)).toBe(cheapest(need, least, changeCost));
      }),
    ));

  it('makes no change that saves less than it must: a dip of one hour by one node', () => {
    expect(stretchesOf([5, 4, 5], { least: 1, changeCost: 1 })).toEqual([{ from: 0, to: 3, nodes: 5 }]);
    expect(stretchesOf([5, 1, 5], { least: 1, changeCost: 1 })).toHaveLength(3);
  });
});
