const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BITS = 5;

/**
 * Bytes as Base32 without padding (RFC 4648, 6), the spelling in which secrets of tokens are handed out.
 *
 * @example base32(Uint8Array.of(102, 111, 111)) // => 'MZXW6'
 */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let [buffer, bits] = [0, 0];
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffff;
    bits += 8;
    for (; bits >= BITS; bits -= BITS) text += ALPHABET[(buffer >>> (bits - BITS)) & 31];
  }
  return bits === 0 ? text : text + ALPHABET[(buffer << (BITS - bits)) & 31];
}

/**
 * The bytes of a Base32 text, with or without padding, in letters of either case. Throws a `RangeError` that names the first character
 * which is none of the alphabet.
 *
 * @example base32Bytes('MZXW6===').length // => 3
 */
export function base32Bytes(text: string): Uint8Array {
  const letters = text.replace(/=+$/, '').toUpperCase();
  const bytes = new Uint8Array(Math.floor((letters.length * BITS) / 8));
  let [buffer, bits, length] = [0, 0, 0];
  for (const letter of letters) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) throw new RangeError(`base32: must hold letters and the digits 2 to 7, got ${JSON.stringify(letter)}; check the secret`);
    buffer = ((buffer << BITS) | value) & 0xfff;
    bits += BITS;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = buffer >>> bits;
  }
  return bytes;
}
