import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../../models/workload/users/random.ts';
import { nextRetry } from '../../../../models/workload/users/retry.ts';
import type { RetryPolicy } from '../../../../models/workload/users/retry-policy.ts';

const policy: RetryPolicy = {
  probability: 0.75,
  maxRetries: 5,
  quickRetries: 2,
  quickLow: 500,
  quickHigh: 2_000,
  slowMedian: 10_000,
  slowP95: 30_000,
};
const COUNT = 20_000;

function pauses(failures: number, seed = 1): (number | null)[] {
  const random = randomFrom(seed);
  return Array.from({ length: COUNT }, () => nextRetry(policy, failures, random));
}

describe('nextRetry', () => {
  it('tries again with the probability of the policy, within four standard errors', () => {
    const again = pauses(1).filter((pause) => pause !== null).length / COUNT;
    expect(Math.abs(again - 0.75)).toBeLessThan(4 * Math.sqrt((0.75 * 0.25) / COUNT));
  });

  it('pauses briefly after the first two failures', () => {
    for (const failures of [1, 2]) {
      const drawn = pauses(failures).filter((pause) => pause !== null);
      expect(drawn.every((pause) => pause >= 500 && pause < 2_000)).toBe(true);
    }
  });

  it('pauses about the slow median from the third failure on', () => {
    for (const failures of [3, 5]) {
      const drawn = pauses(failures).filter((pause) => pause !== null);
      const below = drawn.filter((pause) => pause <= 10_000).length / drawn.length;
      expect(Math.abs(below - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / drawn.length));
    }
  });

  it('gives up after the last retry allowed', () => {
    expect(pauses(5).some((pause) => pause !== null)).toBe(true);
    expect(pauses(6).every((pause) => pause === null)).toBe(true);
  });

  it('never tries again with probability 0 and always with 1', () => {
    const random = randomFrom(3);
    expect(nextRetry({ ...policy, probability: 0 }, 1, () => 0)).toBeNull();
    expect(Array.from({ length: 1_000 }, () => nextRetry({ ...policy, probability: 1 }, 1, random)).includes(null)).toBe(false);
  });
});
