import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hpaReplicas } from '../../../models/reliability/hpa.ts';

describe('hpaReplicas', () => {
  // Kubernetes documentation: current 200m, target 100m doubles; 50m halves; within 0.1 nothing.
  it.each([
    [5, 200, 100, 10],
    [6, 50, 100, 3],
    [10, 109, 100, 10],
    [10, 91, 100, 10],
    [10, 112, 100, 12],
    [10, 55, 50, 10],
    [3, 0, 50, 1],
  ])('asks from %i at %f of %f for %i', (replicas, current, target, expected) =>
    expect(hpaReplicas({ replicas, current, target })).toBe(expected),
  );

  it('never has a rounding error add a replica', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 2, max: 9 }), (replicas, times) => {
        expect(hpaReplicas({ replicas, current: times * 0.1, target: 0.1 })).toBe(replicas * times);
      }),
    );
  });
});
