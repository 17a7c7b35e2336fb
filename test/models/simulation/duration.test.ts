import { describe, expect, it } from 'vitest';
import { durationOf } from '../../../models/simulation/duration.ts';
import { randomStream } from '../../../models/simulation/random-stream.ts';

describe('durationOf', () => {
  it.each([0, 0.05, 0.25, 0.3, 0.5, 1, 4])('has mean 2 and squared variation %f', (cv2) => {
    const draw = durationOf(2, cv2, randomStream(3, 1));
    let [sum, squares] = [0, 0];
    for (let i = 0; i < 200_000; i++) {
      const value = draw();
      sum += value;
      squares += value * value;
    }
    const mean = sum / 200_000;
    // Three standard errors of the hyperexponential.
    expect(Math.abs(mean / 2 - 1)).toBeLessThan(0.015);
    expect(Math.abs(squares / 200_000 / mean ** 2 - 1 - cv2)).toBeLessThan(0.02 + 0.05 * cv2);
  });
});
