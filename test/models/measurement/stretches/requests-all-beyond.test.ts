import { describe, expect, it } from 'vitest';
import { requestsAllBeyond } from '../../../../models/measurement/stretches/requests-all-beyond.ts';

/** Seconds with so many requests within the limit and so many beyond it. */
const of = (...seconds: readonly (readonly [fast: number, slow: number])[]): number =>
  requestsAllBeyond({
    requests: Float64Array.from(seconds, ([fast, slow]) => fast + slow),
    beyond: Float64Array.from(seconds, ([, slow]) => slow),
  });

describe('requests of stretches in which every answer took longer', () => {
  it('are counted from three seconds and twenty requests on', () => {
    expect(of([9, 0], [0, 10], [0, 10], [0, 10], [9, 0])).toBe(30);
    expect(of([9, 0], [0, 10], [0, 10], [9, 0])).toBe(0);
    expect(of([0, 6], [0, 6], [0, 6])).toBe(0);
    expect(of([0, 7], [0, 7], [0, 7])).toBe(21);
    expect(of([1, 50], [1, 50], [1, 50])).toBe(0);
  });

  it('may have seconds without an answer between them', () => {
    expect(of([0, 10], [0, 0], [0, 10], [0, 0], [0, 10], [1, 0], [0, 8], [0, 8], [0, 8])).toBe(54);
  });
});
