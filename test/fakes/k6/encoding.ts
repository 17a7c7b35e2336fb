import type k6encoding from 'k6/encoding';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function b64decode(text: string): ArrayBuffer {
  const sextets = Array.from(text.replaceAll('=', ''), (digit) => DIGITS.indexOf(digit));
  const bytes = new Uint8Array(Math.floor((sextets.length * 6) / 8));
  for (let i = 0; i < bytes.length; i++) {
    const [at, shift] = [Math.floor((i * 8) / 6), (i * 8) % 6];
    bytes[i] = ((sextets[at]! << (2 + shift)) | ((sextets[at + 1] ?? 0) >> (4 - shift))) & 0xff;
  }
  return bytes.buffer;
}

/** Base64 as k6 reads it. */
export default { b64decode: b64decode as typeof k6encoding.b64decode };
