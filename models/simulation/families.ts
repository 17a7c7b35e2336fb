import { type Duration, durationOf, gammaDuration, lognormalDuration } from './duration.ts';
import type { RandomStream } from './random-stream.ts';

/** A shape of durations that has any mean and squared coefficient of variation. */
export type Family = (mean: number, cv2: number, random: RandomStream) => Duration;

/**
 * Families of durations with the same two moments, the usual one (`durationOf`) first: what is measured of a service or of arrivals seldom says more than
 * two moments, and these do not fix a wait. None but the usual one for constant and for exponential (or Poisson) times, which are fully known.
 * @example familiesOf(1).length // => 1
 */
export function familiesOf(cv2: number): readonly [Family, ...Family[]] {
  if (cv2 === 0 || cv2 === 1) return [durationOf];
  return cv2 < 1 ? [durationOf, lognormalDuration] : [durationOf, gammaDuration, lognormalDuration];
}
