import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { hostOf } from '../allow-target.ts';
import { type ConnectionProblem, connectionProblem } from '../connection-problem.ts';

/** Milliseconds between two looks. */
const EVERY = 2_000;
/** Milliseconds for one look. */
const PATIENCE = 5_000;
/** Refused connections in a row after which it is gone for good, not restarting. */
const REFUSALS = 3;

/** Opens a connection and closes it again: no request, so that nothing stands in the log of the target. Null when it was taken. */
async function look(address: string): Promise<ConnectionProblem | null> {
  const { protocol, port } = new URL(address);
  const socket = connect({ host: hostOf(address), port: Number(port || (protocol === 'https:' ? 443 : 80)) });
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(PATIENCE) });
    return null;
  } catch (error) {
    return connectionProblem(error);
  } finally {
    socket.destroy();
  }
}

/**
 * Settles with a sentence when a target refuses connections for some seconds; never when it is only slow.
 * Ends without settling when the signal is aborted.
 */
export async function targetGone(addresses: readonly string[], signal: AbortSignal): Promise<string> {
  const refused = new Map(addresses.map((address) => [address, 0]));
  while (!signal.aborted) {
    for (const address of addresses) {
      const problem = await look(address);
      const gone = problem?.kind === 'gone';
      const count = gone ? refused.get(address)! + 1 : 0;
      refused.set(address, count);
      if (gone && count >= REFUSALS) return `nothing answers at ${address} any more (${problem.code})`;
    }
    await pause(EVERY, undefined, { signal }).catch(() => {});
  }
  return new Promise(() => {});
}
