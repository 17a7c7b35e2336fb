import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { TargetConfig } from '../../../k6.config.ts';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';

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
  return address === '::1' || (isIP(address) === 4 && address.startsWith('127.'));
}

/** Addresses that a target has and may have. Throws `target-not-allowed` with everything that speaks against it. */
export async function allowTarget(name: string, target: TargetConfig, peakRate: number, resolve: Resolve): Promise<string[]> {
  const problems: string[] = [];
  const addresses = new Set<string>();
  if (peakRate > target.maxArrivalRate) {
    problems.push(
      `target ${name}: must get at most ${target.maxArrivalRate} arrivals a second (maxArrivalRate in k6.config.ts), got a profile with ${Math.ceil(peakRate)}; take a smaller --profile`,
    );
  }
  if (target.kind === 'http') {
    for (const field of ['app', 'waitingRoom'] as const) {
      const checked = await addressesOf(`target ${name}.${field}`, target[field], target.addresses ?? [], resolve);
      problems.push(...checked.problems);
      for (const address of checked.addresses) addresses.add(address);
    }
  }
  if (problems.length > 0) throw new SurgeproofError('target-not-allowed', { problems });
  return [...addresses];
}

interface Checked {
  readonly addresses: readonly string[];
  readonly problems: readonly string[];
}

async function addressesOf(where: string, address: string | undefined, listed: readonly string[], resolve: Resolve): Promise<Checked> {
  const url = address !== undefined && URL.canParse(address) ? new URL(address) : null;
  const refuse = (rule: string): Checked => ({ addresses: [], problems: [`${where}: ${rule}`] });
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    return refuse(`must be an address with http:// or https://, got ${address ?? 'nothing'}`);
  if (url.username || url.password) return refuse('must not carry a password');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = await resolve(host).catch((): readonly string[] => []);
  if (found.length === 0) return refuse(`must have an address, got ${host}, which no resolver knows`);
  const foreign = found.filter((one) => !isLoopback(one) && !listed.includes(one));
  if (foreign.length === 0) return { addresses: found, problems: [] };
  return refuse(
    `must stay on this machine or resolve to the addresses listed for it in k6.config.ts, got ${host} at ${foreign.join(', ')}; only load what is yours, and list it`,
  );
}
