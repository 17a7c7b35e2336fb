import { setTimeout as pause } from 'node:timers/promises';
import type { SecureOptions } from './secure-options.ts';
import { askIdentity } from './target-identity.ts';

/** Milliseconds between two looks. */
const EVERY = 2_000;
/** Refused connections in a row after which it is gone for good, not restarting. */
const REFUSALS = 3;

/**
 * Settles with a sentence when a target refuses connections for some seconds; never when it is only slow.
 * Ends without settling when the signal is aborted.
 */
export async function targetGone(addresses: readonly string[], options: SecureOptions, signal: AbortSignal): Promise<string> {
  const refused = new Map(addresses.map((address) => [address, 0]));
  while (!signal.aborted) {
    for (const address of addresses) {
      const answer = await askIdentity(address, options);
      const gone = answer.state === 'none' && answer.problem.kind === 'gone';
      const count = gone ? refused.get(address)! + 1 : 0;
      refused.set(address, count);
      if (gone && count >= REFUSALS) return `nothing answers at ${address} any more (${answer.problem.code})`;
    }
    await pause(EVERY, undefined, { signal }).catch(() => {});
  }
  return new Promise(() => {});
}
