/**
 * The text of a file: UTF-8 or UTF-16 by its mark, else UTF-8 if it is that, else what Korean Excel writes (cp949, which `euc-kr` means in browsers
 * and in Node), else what western Excel writes.
 *
 * @example decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)) // => 'a'
 * @example decodeText(Uint8Array.of(0xb3, 0xaf, 0xc2, 0xa5)) // => '날짜'
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {}
  try {
    return new TextDecoder('euc-kr', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
