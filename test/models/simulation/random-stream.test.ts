import { describe, expect, it } from 'vitest';
import { randomStream } from '../../../models/simulation/random-stream.ts';

describe('randomStream', () => {
  it('is uniform, never 0 or 1, and different for every seed and stream', () => {
    const random = randomStream(1, 0);
    const draws = Array.from({ length: 50_000 }, () => random());
    const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
    expect(mean).toBeCloseTo(0.5, 2);
    expect(draws.reduce((sum, value) => sum + (value - 0.5) ** 2, 0) / draws.length).toBeCloseTo(1 / 12, 2);
    expect(Math.min(...draws.slice(0, 1000))).toBeGreaterThan(0);
    const firsts = [0, 1, 2, 2 ** 32, 2 ** 40].flatMap((seed) => [0, 1].map((stream) => randomStream(seed, stream)()));
    expect(new Set(firsts).size).toBe(10);
  });
});
