/** Uniform numbers in (0, 1): never 0, so that a logarithm is always finite. */
export type RandomStream = () => number;

/**
 * A stream of uniform random numbers fixed by a seed and the number of the stream.
 * Used with one stream a source (arrivals, service, patience), so that two systems compared under the same seed see the same customers.
 *
 * sfc32 (Doty-Humphrey), state mixed by the finaliser of murmur3 from both numbers, first 16 outputs dropped; two outputs make 53 bits.
 * @example randomStream(1, 0)() === randomStream(1, 0)() // => true
 */
export function randomStream(seed: number, stream: number): RandomStream {
  let a = mix(seed >>> 0);
  let b = mix(Math.floor(seed / 2 ** 32) ^ 0x9e3779b9);
  let c = mix(stream ^ 0x85ebca6b);
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let i = 0; i < 16; i++) next();
  return () => ((next() >>> 6) * 134217728 + (next() >>> 5) + 0.5) / 9007199254740992;
}

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
