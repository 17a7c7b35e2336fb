import { sequence, wholeNumber } from '../der/write-der.ts';

/** Bytes of r and of s over P-256. */
const HALF = 32;

/**
 * An ECDSA signature as certificates and messages carry it (RFC 3279, 2.2.3), from the r and s one after the other that Web Cryptography
 * gives. Throws a `RangeError` for any length but 64 bytes.
 */
export function ecdsaSignature(raw: Uint8Array): Uint8Array {
  if (raw.length !== 2 * HALF) throw new RangeError(`signature: must be ${2 * HALF} bytes long for P-256, got ${raw.length}`);
  return sequence(wholeNumber(raw.subarray(0, HALF)), wholeNumber(raw.subarray(HALF)));
}
