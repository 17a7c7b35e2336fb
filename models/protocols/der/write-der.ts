/** Bytes of one DER value, tag and length included. */
export type Der = Uint8Array;

const CONTEXT = 0xa0;
const LONG_LENGTH = 0x80;

function lengthBytes(length: number): number[] {
  if (length < LONG_LENGTH) return [length];
  const digits: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  return [LONG_LENGTH | digits.length, ...digits];
}

/** Tag and length of a value whose contents have `length` bytes. */
export const header = (tag: number, length: number): Uint8Array => Uint8Array.of(tag, ...lengthBytes(length));

/** Bytes one after another. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * A DER value of any tag (X.690, 8.1): tag, length in its shortest form, contents.
 *
 * @example derValue(0x04, Uint8Array.of(1, 2)) // => Uint8Array.of(4, 2, 1, 2)
 */
export function derValue(tag: number, ...contents: readonly Uint8Array[]): Der {
  const length = contents.reduce((sum, part) => sum + part.length, 0);
  return joined([header(tag, length), ...contents]);
}

export const sequence = (...members: readonly Der[]): Der => derValue(0x30, ...members);
export const setOf = (...members: readonly Der[]): Der => derValue(0x31, ...members);
export const octets = (bytes: Uint8Array): Der => derValue(0x04, bytes);
/** A bit string of whole bytes. */
export const bits = (bytes: Uint8Array): Der => derValue(0x03, Uint8Array.of(0), bytes);
export const nothing: Der = Uint8Array.of(0x05, 0);
/** `[n]` around a value: EXPLICIT tagging. */
export const tagged = (n: number, ...members: readonly Der[]): Der => derValue(CONTEXT | n, ...members);

/** A whole number of at least 0, given as bytes, the highest first: a zero is put before a first bit of 1, which would be a sign. */
export function wholeNumber(bytes: Uint8Array): Der {
  let from = 0;
  while (from < bytes.length - 1 && bytes[from] === 0) from++;
  const digits = bytes.subarray(from);
  return (digits[0] ?? 0) < 0x80 && digits.length > 0 ? derValue(0x02, digits) : derValue(0x02, Uint8Array.of(0), digits);
}

/** A whole number from 0 to 2^53. */
export function smallNumber(value: number): Der {
  const digits: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  return wholeNumber(Uint8Array.from(digits));
}

/**
 * An object identifier.
 *
 * @example objectIdentifier('1.2.840.113549') // => Uint8Array.of(6, 6, 42, 134, 72, 134, 247, 13)
 */
export function objectIdentifier(dotted: string): Der {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const septets = (arc: number): number[] => {
    const digits = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) digits.unshift(0x80 | (left % 128));
    return digits;
  };
  return derValue(0x06, Uint8Array.from([first * 40 + second, ...rest].flatMap(septets)));
}
