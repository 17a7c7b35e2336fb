import { BlockList, isIPv4 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockedRanges } from '../../../../scripts/rehearse/target/blocked-ranges.ts';

/** The ranges of one family: Node takes an IPv4 address for one of IPv6 as well, Go, and so k6, does not. */
const listOf = (allowed: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const range of blockedRanges(allowed)) {
    const [address = '', prefix] = range.split('/');
    if (isIPv4(address) === isIPv4(allowed[0] ?? '')) list.addSubnet(address, Number(prefix), isIPv4(address) ? 'ipv4' : 'ipv6');
  }
  return list;
};
const blocks = (list: BlockList, address: string): boolean => list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');

describe('blockedRanges', () => {
  it('leaves nothing open when nothing is allowed', () => expect(blockedRanges([])).toEqual(['0.0.0.0/0', '::/0']));

  it('takes one range for each bit of an address', () => {
    expect(blockedRanges(['127.0.0.1'])).toHaveLength(32 + 1);
    expect(blockedRanges(['::1'])).toHaveLength(1 + 128);
  });

  it('lets through the allowed addresses and nothing else', () => {
    // Node’s own BlockList is the independent judge.
    fc.assert(
      fc.property(fc.uniqueArray(fc.ipV4(), { minLength: 1, maxLength: 4 }), fc.ipV4(), (allowed, other) => {
        const list = listOf(allowed);
        expect(allowed.some((address) => blocks(list, address))).toBe(false);
        expect(blocks(list, other)).toBe(!allowed.includes(other));
      }),
      { numRuns: 50 },
    );
  });

  it('does the same for IPv6', () => {
    const list = listOf(['::1', '2001:db8::7']);
    expect(['::1', '2001:db8::7'].some((address) => blocks(list, address))).toBe(false);
    expect(['::', '::2', '2001:db8::8', 'fe80::1', 'ffff::'].every((address) => blocks(list, address))).toBe(true);
  });
});
