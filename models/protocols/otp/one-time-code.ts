import { hmacSha1 } from './sha1.ts';

/** Of Korean bank tokens; RFC 6238 itself recommends 30 s. */
export const BANK_STEP = 60;
const BANK_DIGITS = 6;

/** A counter as eight bytes, the highest first. */
function counterBytes(counter: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, Math.floor(counter / 0x1_0000_0000));
  view.setUint32(4, counter);
  return new Uint8Array(view.buffer);
}

/**
 * The code of a counter: HMAC-SHA-1, dynamically truncated (RFC 4226, 5.3). `digits` is 6 to 8.
 *
 * @example codeOfCounter(new Uint8Array(20), 0) // => '328482'
 */
export function codeOfCounter(secret: Uint8Array, counter: number, digits: number = BANK_DIGITS): string {
  const hash = hmacSha1(secret, counterBytes(counter));
  const offset = hash[19]! & 0xf;
  const truncated = new DataView(hash.buffer).getUint32(offset) & 0x7fff_ffff;
  return String(truncated % 10 ** digits).padStart(digits, '0');
}

/**
 * The counter at a moment in Unix milliseconds: whole steps since 1970 (RFC 6238, 4.2). `step` is in seconds.
 *
 * @example counterAt(59_000, 30) // => 1
 */
export function counterAt(moment: number, step: number = BANK_STEP): number {
  return Math.floor(moment / (1_000 * step));
}

/** Steps before and after the present one whose codes are accepted. */
export interface CodeWindow {
  readonly before: number;
  readonly after: number;
}

/** The counter whose code this is, the nearest to `counter` first; null when no code of the window is it (RFC 6238, 5.2). */
export function matchingCounter(secret: Uint8Array, code: string, counter: number, { before, after }: CodeWindow): number | null {
  for (let distance = 0; distance <= Math.max(before, after); distance++) {
    if (distance <= before && codeOfCounter(secret, counter - distance, code.length) === code) return counter - distance;
    if (distance <= after && codeOfCounter(secret, counter + distance, code.length) === code) return counter + distance;
  }
  return null;
}
