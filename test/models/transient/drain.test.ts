import { describe, expect, it } from 'vitest';
import { drain } from '../../../models/transient/drain.ts';
import { expectRefusal } from '../refused.ts';

describe('drain', () => {
  // 40,000 people, 1,000 a minute; 300 a minute still joining; mean patience 30 minutes (reference note).
  it.each([
    [0, undefined, 40],
    [300, undefined, 57.1],
    [300, 30, 32],
  ])('takes with %i still joining and patience %s %f minutes', (arrivalRate, patience, minutes) =>
    expect(drain({ queued: 40_000, admitRate: 1000, arrivalRate, ...(patience === undefined ? {} : { patience }) })).toBeCloseTo(
      minutes,
      1,
    ),
  );

  it('tends to the patient answer as patience grows', () =>
    expect(drain({ queued: 500, admitRate: 10, arrivalRate: 2, patience: 1e9 })).toBeCloseTo(62.5, 4));

  it('refuses a line that never ends', () =>
    expectRefusal(
      () => drain({ queued: 1, admitRate: 10, arrivalRate: 10 }),
      'unstable',
      /^admitRate: must be above the arrivalRate \(10\)/,
    ));
});
