import { randomFrom } from '../workload/users/random.ts';

/** Uniform numbers in (0, 1): never 0, so that a logarithm is always finite. */
export type RandomStream = () => number;

/**
 * A stream of uniform random numbers fixed by a seed and the number of the stream.
 * Used with one stream a source (arrivals, service, patience), so that two systems compared under the same seed see the same customers.
 *
 * Two draws of `randomFrom` make 53 bits: with 32 the longest of a million exponential gaps would repeat.
 * @example randomStream(1, 0)() === randomStream(1, 0)() // => true
 */
export function randomStream(seed: number, stream: number): RandomStream {
  const next = randomFrom(seed, stream);
  return () => (Math.floor(next() * 67108864) * 134217728 + Math.floor(next() * 134217728) + 0.5) / 9007199254740992;
}
