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

/** Of ASCII alone. */
function b64encode(text: string): string {
  const codes = Array.from(text, (_, i) => text.charCodeAt(i));
  const sextets = Array.from({ length: Math.ceil((codes.length * 8) / 6) }, (_, i) => {
    const [at, shift] = [Math.floor((i * 6) / 8), (i * 6) % 8];
    return (((codes[at]! << 8) | (codes[at + 1] ?? 0)) >> (10 - shift)) & 0x3f;
  });
  return sextets
    .map((sextet) => DIGITS[sextet])
    .join('')
    .padEnd(Math.ceil(codes.length / 3) * 4, '=');
}

/** Base64 as k6 makes and reads it. */
export default { b64decode: b64decode as typeof k6encoding.b64decode, b64encode: b64encode as typeof k6encoding.b64encode };
