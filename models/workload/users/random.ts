/** A stream of uniform numbers in [0, 1). */
export type Random = () => number;

/** As the author's own seeding does. */
const WARM_UP_ROUNDS = 12;

/** Finaliser of MurmurHash3 (Appleby, public domain): every input bit changes half of the output bits. */
function scramble(word: number): number {
  const first = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
}

/**
 * 96 bits of state from any number of whole parts. 32 would not do: of a million users about a hundred would repeat
 * somebody else's stream.
 */
function seedWords(parts: readonly number[]): [number, number, number] {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  for (const part of parts) {
    const low = part >>> 0;
    const high = Math.floor(part / 4_294_967_296) >>> 0;
    a = scramble(a ^ low) + b;
    b = scramble(b ^ high) + c;
    c = scramble(c + low) ^ scramble(high + a);
  }
  return [a | 0, b | 0, c | 0];
}

/**
 * A reproducible random stream for these whole numbers (seed, VU, user …); other parts, or the same in another order, give an
 * independent one. Generator: sfc32 of C. Doty-Humphrey (PractRand), 32 bits a draw. Not for secrets.
 *
 * @example randomFrom(1, 2)() === randomFrom(1, 2)() // => true
 */
export function randomFrom(...seedParts: number[]): Random {
  let [a, b, c] = seedWords(seedParts);
  let counter = 1;
  const next: Random = () => {
    const out = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + out) | 0;
    return (out >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < WARM_UP_ROUNDS; round++) next();
  return next;
}

/**
 * One standard normal number (mean 0, variance 1), by the transform of Box and Muller (1958).
 *
 * @example normal(() => 0) // => 0
 */
export function normal(random: Random): number {
  const radius = Math.sqrt(2 * exponential(random));
  return radius * Math.cos(2 * Math.PI * random());
}

/**
 * One exponential number with mean 1, by inversion: −ln(1 − u). Never infinite, as u is below 1.
 *
 * @example exponential(() => 0) // => 0
 */
export function exponential(random: Random): number {
  return -Math.log1p(-random());
}
