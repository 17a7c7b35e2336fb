import { describe, expect, it } from 'vitest';
import { studentQuantileOfTail, studentTail } from '../../../models/distributions/student.ts';

describe('student', () => {
  // R: qt(.975, 4), qt(.975, 1), qt(.95, 19), pt(2, 7, lower.tail = FALSE).
  it('has the quantiles of R', () => {
    expect(studentQuantileOfTail(0.025, 4)).toBeCloseTo(2.776445105, 8);
    expect(studentQuantileOfTail(0.025, 1)).toBeCloseTo(12.7062047, 6);
    expect(studentQuantileOfTail(0.05, 19)).toBeCloseTo(1.729132812, 8);
    expect(studentTail(2, 7)).toBeCloseTo(0.04280966, 7);
  });
  it('tends to the normal', () => expect(studentQuantileOfTail(0.025, 100_001)).toBeCloseTo(1.959964, 4));
});
