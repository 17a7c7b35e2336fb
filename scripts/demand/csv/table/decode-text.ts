/** Share of zero bytes at even or odd places from which a text without a mark is UTF-16: that of digits and Latin letters is nearly all. */
const ZEROS = 0.4;
const LOOKED_AT = 4_096;

/** UTF-16 by its mark, or by its zero bytes where a program wrote no mark; null for another encoding. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const seen = bytes.subarray(0, LOOKED_AT);
  const zeros = [0, 0];
  seen.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]!++;
  });
  if (zeros[1]! > (ZEROS * seen.length) / 2) return 'utf-16le';
  return zeros[0]! > (ZEROS * seen.length) / 2 ? 'utf-16be' : null;
}

/**
 * The text of a file: UTF-16 or UTF-8 by its mark, else UTF-8 if it is that, else what Korean Excel writes (cp949, which `euc-kr` means in browsers
 * and in Node), else what western Excel writes.
 *
 * @example decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)) // => 'a'
 * @example decodeText(Uint8Array.of(0xb3, 0xaf, 0xc2, 0xa5)) // => '날짜'
 */
export function decodeText(bytes: Uint8Array): string {
  const wide = utf16(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {}
  try {
    return new TextDecoder('euc-kr', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
