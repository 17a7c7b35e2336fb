import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPhaseAt, phaseAt } from '../../../../models/workload/surge/phase.ts';
import type { Phase } from '../../../../models/workload/surge/surge.ts';

const phases: Phase[] = [
  { name: 'warm-up', from: 0, judged: false },
  { name: 'surge', from: 4, judged: true },
  { name: 'drain', from: 15, judged: false },
];

describe('phaseAt', () => {
  it.each([
    [-1, 0],
    [0, 0],
    [3.999, 0],
    [4, 1],
    [14.999, 1],
    [15, 2],
    [1e9, 2],
  ])('puts second %d into phase %d', (seconds, index) => {
    expect(phaseAt(phases, seconds)).toBe(index); // read off the list: a phase begins at its `from`
  });
});

describe('createPhaseAt', () => {
  it('finds what phaseAt finds, in any order of times', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -5, max: 50, noNaN: true })), (times) => {
        const find = createPhaseAt(phases);
        expect(times.map(find)).toEqual(times.map((time) => phaseAt(phases, time)));
      }),
    );
  });
});
