import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactly, type LineOrder, lineOrder, type PeopleInLine } from '../../../models/statistics/line-order.ts';

type Person = readonly [from: number, to: number, earliest: number, latest: number];

const peopleOf = (list: readonly Person[]): PeopleInLine => {
  const column = (at: 0 | 1 | 2 | 3) => Float64Array.from(list, (person) => person[at]);
  return { from: column(0), to: column(1), earliest: column(2), latest: column(3) };
};

/** The definition, pair by pair. */
function slowOrder(list: readonly Person[]): LineOrder {
  let kept = 0;
  let broken = 0;
  const overtaken = new Set<Person>();
  for (const person of list) {
    for (const other of list) {
      if (person[1] >= other[0]) continue;
      if (person[3] < other[2]) kept++;
      if (other[3] >= person[2]) continue;
      broken++;
      overtaken.add(person);
    }
  }
  const never = [...overtaken].filter(([, , , latest]) => latest === Number.POSITIVE_INFINITY).length;
  return { overtaken: overtaken.size, never, kendallTau: kept + broken === 0 ? null : (kept - broken) / (kept + broken) };
}

// Few different values, so that ties and overlaps are the rule.
const value = fc.integer({ min: 0, max: 8 });
const width = fc.constantFrom(0, 0, 1, 3);
const person = fc
  .tuple(value, width, value, fc.oneof({ weight: 4, arbitrary: width }, fc.constant(Number.POSITIVE_INFINITY)))
  .map(([from, places, earliest, late]): Person => [from, from + places, earliest, earliest + late]);

describe('lineOrder', () => {
  it('equals the definition, ties, bounds and people who were never let in included', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 40 }), (list) => {
        const [fast, slow] = [lineOrder(peopleOf(list)), slowOrder(list)];
        expect([fast.overtaken, fast.never]).toEqual([slow.overtaken, slow.never]);
        if (slow.kendallTau === null) expect(fast.kendallTau).toBeNull();
        else expect(fast.kendallTau).toBeCloseTo(slow.kendallTau, 12);
      }),
    );
  });

  it('is 1 for the same order, −1 for the reverse, and forgives groups let in together', () => {
    const order = Array.from({ length: 1_000 }, (_, i) => i);
    const groups = order.map((i) => Math.floor(i / 50));
    expect(lineOrder(exactly(order, order))).toEqual({ overtaken: 0, never: 0, kendallTau: 1 });
    expect(lineOrder(exactly(order, [...order].reverse()))).toEqual({ overtaken: 999, never: 0, kendallTau: -1 });
    expect(lineOrder(exactly(order, groups)).kendallTau).toBe(1);
  });

  it('counts the pairs of a long line exactly', () => {
    // 200,000 people, the first let in last: 199,999 of n(n − 1)/2 pairs are in the wrong order.
    const n = 200_000;
    const order = Float64Array.from({ length: n }, (_, i) => i);
    const admitted = Float64Array.from({ length: n }, (_, i) => (i === 0 ? n : i));
    expect(lineOrder(exactly(order, admitted))).toEqual({ overtaken: 1, never: 0, kendallTau: 1 - (2 * (n - 1)) / ((n * (n - 1)) / 2) });
  });
});
