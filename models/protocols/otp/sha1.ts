const BLOCK = 64;
const LENGTH_BYTES = 8;

const rotated = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** The message with its one bit, zeros and length, in words of four bytes (RFC 3174, 4). */
function padded(message: Uint8Array): DataView {
  const blocks = Math.ceil((message.length + 1 + LENGTH_BYTES) / BLOCK);
  const bytes = new Uint8Array(blocks * BLOCK);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - LENGTH_BYTES, Math.floor(message.length / 0x2000_0000));
  view.setUint32(bytes.length - 4, message.length * 8);
  return view;
}

/** Function and constant of round `t` (RFC 3174, 5). */
function mixed(t: number, b: number, c: number, d: number): number {
  if (t < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (t < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (t < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

function addBlock(state: Int32Array, words: Int32Array): void {
  for (let t = 16; t < 80; t++) words[t] = rotated(words[t - 3]! ^ words[t - 8]! ^ words[t - 14]! ^ words[t - 16]!, 1);
  let [a, b, c, d, e] = state as unknown as [number, number, number, number, number];
  for (let t = 0; t < 80; t++) {
    const next = (rotated(a, 5) + mixed(t, b, c, d) + e + words[t]!) | 0;
    [e, d, c, b, a] = [d, c, rotated(b, 30), a, next];
  }
  for (const [i, value] of [a, b, c, d, e].entries()) state[i] = state[i]! + value;
}

/**
 * SHA-1 of a message, 20 bytes (RFC 3174). Ours, because codes are made inside k6, where no package runs, and in Node alike; for one-time
 * codes only: SHA-1 is broken for signatures.
 */
export function sha1(message: Uint8Array): Uint8Array {
  const view = padded(message);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  const words = new Int32Array(80);
  for (let at = 0; at < view.byteLength; at += BLOCK) {
    for (let t = 0; t < 16; t++) words[t] = view.getInt32(at + 4 * t);
    addBlock(state, words);
  }
  const hash = new DataView(new ArrayBuffer(20));
  for (let i = 0; i < 5; i++) hash.setInt32(4 * i, state[i]!);
  return new Uint8Array(hash.buffer);
}

/** HMAC-SHA-1, 20 bytes (RFC 2104). */
export function hmacSha1(key: Uint8Array, message: Uint8Array): Uint8Array {
  const short = key.length > BLOCK ? sha1(key) : key;
  const keyed = (mask: number, text: Uint8Array): Uint8Array => {
    const all = new Uint8Array(BLOCK + text.length).fill(mask, 0, BLOCK);
    for (let i = 0; i < short.length; i++) all[i] = short[i]! ^ mask;
    all.set(text, BLOCK);
    return sha1(all);
  };
  return keyed(0x5c, keyed(0x36, message));
}
