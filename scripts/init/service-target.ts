import { hostOf, isLoopback } from '../rehearse/target/allow-target.ts';
import type { ConfigTarget } from './templates/config.ts';

/** How a surge names its service: a loopback address as it is, any other by a target of k6.config.ts. */
export interface ServiceTarget {
  readonly target: string;
  readonly listed: ConfigTarget | null;
}

/** Whether an address stays on this machine, by its name alone. */
export const staysHere = (url: URL): boolean => url.hostname === 'localhost' || isLoopback(hostOf(url.href));

/**
 * The target for a base address.
 *
 * @param name for the target in k6.config.ts, if it needs one
 */
export function serviceTarget(base: URL, name: string, peak: number): ServiceTarget {
  const url = `${base.origin}${base.pathname.replace(/\/+$/, '')}`;
  return staysHere(base) ? { target: url, listed: null } : { target: name, listed: { name, url, peak } };
}
