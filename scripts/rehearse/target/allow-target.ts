import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { basesOf, type HttpTarget } from './target-settings.ts';

/** All addresses of a host name. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export const resolveHost: Resolve = async (host) => {
  if (isIP(host)) return [host];
  return (await lookup(host, { all: true })).map(({ address }) => address);
};

/**
 * Whether an address never leaves this machine.
 *
 * @example isLoopback('127.0.0.53') // => true
 * @example isLoopback('::ffff:10.0.0.1') // => false
 */
export function isLoopback(address: string): boolean {
  return isIP(address) !== 0 && ipaddr.process(address).range() === 'loopback';
}

/** Host of a base address, without the brackets of IPv6. */
export const hostOf = (base: string): string => new URL(base).hostname.replace(/^\[|\]$/g, '');

/** The addresses of a target, and everything that speaks against sending anything to it. */
export interface Allowed {
  readonly addresses: readonly string[];
  /** No address leaves this machine. */
  readonly loopback: boolean;
  readonly problems: readonly string[];
}

/** Resolves every base of a target and holds the addresses against the list of k6.config.ts. Loopback is always allowed. */
export async function allowTarget(target: HttpTarget, resolve: Resolve): Promise<Allowed> {
  const checked = await Promise.all(basesOf(target).map(({ where, base }) => addressesOf(where, base, target.addresses, resolve)));
  const addresses = [...new Set(checked.flatMap((one) => one.addresses))];
  return { addresses, loopback: addresses.every(isLoopback), problems: checked.flatMap((one) => one.problems) };
}

type Checked = Omit<Allowed, 'loopback'>;

async function addressesOf(where: string, base: string, listed: readonly string[], resolve: Resolve): Promise<Checked> {
  const url = URL.canParse(base) ? new URL(base) : null;
  const refuse = (rule: string): Checked => ({ addresses: [], problems: [`${where}: ${rule}`] });
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    return refuse(`must be an address with http:// or https://, got ${base}`);
  if (url.username || url.password) return refuse("must not carry a password; send it as a header with env('NAME')");
  const host = hostOf(base);
  const found = await resolve(host).catch((): readonly string[] => []);
  if (found.length === 0) return refuse(`must have an address, got ${host}, which DNS does not know; check the spelling`);
  const foreign = found.filter((one) => !isLoopback(one) && !listed.includes(one));
  if (foreign.length === 0) return { addresses: found, problems: [] };
  return refuse(
    `must be on this machine or have only addresses that k6.config.ts lists for it, got ${host} at ${foreign.join(', ')}; load only what is yours, and list it: addresses: [${foreign.map((one) => `'${one}'`).join(', ')}]`,
  );
}
