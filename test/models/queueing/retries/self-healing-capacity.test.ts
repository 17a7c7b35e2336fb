import { describe, expect, it } from 'vitest';
import { retryAmplification } from '../../../../models/queueing/retries/retry-amplification.ts';
import { selfHealingCapacity } from '../../../../models/queueing/retries/self-healing-capacity.ts';

describe('retries', () => {
  // Geometric sums by hand.
  it.each([
    [0.1, 1.111],
    [0.5, 1.875],
    [1, 4],
    [0, 1],
  ])('amplify a failure share of %f to %f attempts with three retries', (failure, attempts) =>
    expect(retryAmplification({ failure, retries: 3 })).toBeCloseTo(attempts, 9),
  );
  it('leave a quarter of the capacity to heal with three retries', () =>
    expect(selfHealingCapacity({ capacity: 1000, retries: 3 })).toBe(250));
});
