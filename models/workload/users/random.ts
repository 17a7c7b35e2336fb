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

/** Where hashing stands: an array made and taken apart for every user would cost more than the hashing. */
const words = new Int32Array(3);

/**
 * 96 bits of state from any number of whole parts. 32 would not do: of a million users about a hundred would repeat
 * somebody else's stream.
 */
function beginWords(): void {
  words[0] = 0x9e3779b9;
  words[1] = 0x243f6a88;
  words[2] = 0xb7e15162;
}

function mixIn(part: number): void {
  const low = part >>> 0;
  const high = part < 4_294_967_296 && part >= 0 ? 0 : Math.floor(part / 4_294_967_296) >>> 0;
  const c = words[2]!;
  const a = (scramble(words[0]! ^ low) + words[1]!) | 0;
  const b = (scramble(words[1]! ^ high) + c) | 0;
  words[0] = a;
  words[1] = b;
  words[2] = scramble(c + low) ^ scramble(high + a);
}

/** State of one stream: four words. */
export const STREAM_WORDS = 4;

/** Writes the state of the stream whose parts were mixed in to `state[at]` … `state[at + 3]`. */
function warmUp(state: Int32Array, at: number): void {
  let a = words[0]!;
  let b = words[1]!;
  let c = words[2]!;
  let counter = 1;
  for (let round = 0; round < WARM_UP_ROUNDS; round++) {
    const out = (a + b + counter) | 0;
    counter++;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + out) | 0;
  }
  state[at] = a;
  state[at + 1] = b;
  state[at + 2] = c;
  state[at + 3] = counter;
}

/** Writes the state that `randomFrom` of these parts and one more begins with. */
export type SeedStream = (state: Int32Array, at: number, lastPart: number) => void;

/** Seeds many streams whose parts differ in the last one alone: the others are hashed once. */
export function streamSeeder(...parts: number[]): SeedStream {
  beginWords();
  parts.forEach(mixIn);
  const [a, b, c] = [words[0]!, words[1]!, words[2]!];
  return (state, at, lastPart) => {
    words[0] = a;
    words[1] = b;
    words[2] = c;
    mixIn(lastPart);
    warmUp(state, at);
  };
}

/** Next number of a stream kept at `state[at]` … `state[at + 3]`, in [0, 1). */
export function drawStream(state: Int32Array, at: number): number {
  const b = state[at + 1]!;
  const c = state[at + 2]!;
  const counter = state[at + 3]!;
  const out = (state[at]! + b + counter) | 0;
  state[at + 3] = counter + 1;
  state[at] = b ^ (b >>> 9);
  state[at + 1] = (c + (c << 3)) | 0;
  state[at + 2] = (((c << 21) | (c >>> 11)) + out) | 0;
  return (out >>> 0) / 4_294_967_296;
}

/**
 * A reproducible random stream for these whole numbers (seed, VU, user …); other parts, or the same in another order, give an
 * independent one. Generator: sfc32 of C. Doty-Humphrey (PractRand), 32 bits a draw. Not for secrets.
 *
 * @example randomFrom(1, 2)() === randomFrom(1, 2)() // => true
 */
export function randomFrom(...seedParts: number[]): Random {
  const state = new Int32Array(STREAM_WORDS);
  beginWords();
  for (let i = 0; i < seedParts.length; i++) mixIn(seedParts[i]!);
  warmUp(state, 0);
  return () => drawStream(state, 0);
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
