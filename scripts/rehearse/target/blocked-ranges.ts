import { isIPv4 } from 'node:net';

const V4_BITS = 32;
const V6_BITS = 128;

function parseV4(address: string): bigint {
  return address.split('.').reduce((value, part) => value * 256n + BigInt(part), 0n);
}

function parseV6(address: string): bigint {
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::');
  const groups = (text: string | undefined): string[] => (text ? text.split(':') : []);
  const front = groups(head);
  const back = groups(tail);
  const middle = tail === undefined ? [] : Array.from({ length: 8 - front.length - back.length }, () => '0');
  return [...front, ...middle, ...back].reduce((value, group) => value * 65_536n + BigInt(`0x${group}`), 0n);
}

function showV4(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');
}

function showV6(value: bigint): string {
  return Array.from({ length: 8 }, (_, i) => ((value >> BigInt(112 - 16 * i)) & 65_535n).toString(16)).join(':');
}

/** The fewest ranges that hold every address but the kept ones: a range without a kept address is whole, any other is halved. */
function complement(kept: readonly bigint[], start: bigint, prefix: number, bits: number): { start: bigint; prefix: number }[] {
  const size = 1n << BigInt(bits - prefix);
  const inside = kept.filter((one) => one >= start && one < start + size);
  if (inside.length === 0) return [{ start, prefix }];
  if (prefix === bits) return [];
  const half = size / 2n;
  return [...complement(inside, start, prefix + 1, bits), ...complement(inside, start + half, prefix + 1, bits)];
}

/**
 * Every address range in the world but the allowed addresses, as k6's `--blacklist-ip` takes them: k6 has no list of what is allowed.
 * So it connects to nothing else, whatever a name resolves to later, wherever a redirect leads.
 *
 * @example blockedRanges(['127.0.0.1'])[0] // => '0.0.0.0/2'
 */
export function blockedRanges(allowed: readonly string[]): string[] {
  const v4 = allowed.filter((address) => isIPv4(address)).map(parseV4);
  const v6 = allowed.filter((address) => !isIPv4(address)).map(parseV6);
  return [
    ...complement(v4, 0n, 0, V4_BITS).map(({ start, prefix }) => `${showV4(start)}/${prefix}`),
    ...complement(v6, 0n, 0, V6_BITS).map(({ start, prefix }) => `${showV6(start)}/${prefix}`),
  ];
}
