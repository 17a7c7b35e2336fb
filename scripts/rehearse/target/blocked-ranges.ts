import ipaddr from 'ipaddr.js';

type Bytes = readonly number[];

const bit = (bytes: Bytes, index: number): number => (bytes[index >> 3]! >> (7 - (index & 7))) & 1;

/** The bytes with one bit turned over and everything behind it zero. */
function turned(bytes: Bytes, index: number): number[] {
  return bytes.map((byte, i) => {
    if (i < index >> 3) return byte;
    if (i > index >> 3) return 0;
    const mask = 0x80 >> (index & 7);
    return (byte ^ mask) & ~(mask - 1) & 0xff;
  });
}

/**
 * The fewest ranges that hold every address of a family but the kept ones. A kept address leaves, for each of its bits, the range that differs
 * from it first in this bit; the range stays when no other kept address lies in it.
 */
function complement(kept: readonly Bytes[], length: number): string[] {
  const zero = Array.from({ length }, () => 0);
  const text = (bytes: Bytes, prefix: number): string => `${ipaddr.fromByteArray([...bytes])}/${prefix}`;
  if (kept.length === 0) return [text(zero, 0)];
  const ranges = new Set<string>();
  for (const address of kept) {
    for (let index = 0; index < length * 8; index++) {
      const other = turned(address, index);
      const taken = kept.some((one) => Array.from({ length: index + 1 }, (_, i) => i).every((i) => bit(one, i) === bit(other, i)));
      if (!taken) ranges.add(text(other, index + 1));
    }
  }
  return [...ranges];
}

/**
 * Every address range in the world but the allowed addresses, as k6's `--blacklist-ip` takes them: k6 has no list of what is allowed.
 * So it connects to nothing else, whatever a name resolves to later, wherever a redirect leads.
 *
 * @example blockedRanges(['127.0.0.1'])[0] // => '128.0.0.0/1'
 */
export function blockedRanges(allowed: readonly string[]): string[] {
  const parsed = allowed.map((address) => ipaddr.parse(address.split('%')[0]!));
  const of = (kind: 'ipv4' | 'ipv6'): Bytes[] => parsed.filter((one) => one.kind() === kind).map((one) => one.toByteArray());
  return [...complement(of('ipv4'), 4), ...complement(of('ipv6'), 16)];
}
