const POLYNOMIAL = 0x1021;

/** Remainder of each leading byte: a table, because a QR is made for every payment inside k6's interpreter. */
const REMAINDERS = Uint16Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte << 8;
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 0x8000 ? (remainder << 1) ^ POLYNOMIAL : remainder << 1;
  return remainder;
});

/** Bytes of one character in UTF-8; a lone surrogate becomes U+FFFD. Written out because TextEncoder is not part of ES2022. */
function utf8(point: number): number[] {
  const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
  const tail = (shift: number) => 0x80 | ((code >>> shift) & 0x3f);
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >>> 6), tail(0)];
  if (code < 0x10000) return [0xe0 | (code >>> 12), tail(6), tail(0)];
  return [0xf0 | (code >>> 18), tail(12), tail(6), tail(0)];
}

/**
 * CRC-16/CCITT-FALSE of a text in UTF-8, four upper-case hex digits: polynomial 0x1021, start 0xFFFF, nothing reflected.
 * Source: ISO/IEC 13239, as EMVCo QRCPS Merchant-Presented Mode 1.1 prescribes for field 63.
 *
 * @example crc16('123456789') // => '29B1'
 */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      crc = ((crc << 8) & 0xffff) ^ REMAINDERS[(crc >>> 8) ^ unit]!;
      continue;
    }
    const point = text.codePointAt(i)!;
    if (point > 0xffff) i++;
    for (const byte of utf8(point)) crc = ((crc << 8) & 0xffff) ^ REMAINDERS[(crc >>> 8) ^ byte]!;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
