import type { Outcome, Owner } from '../../models/workload/log/outcome.ts';

/** How a request that did not succeed ended. */
export interface Ending {
  readonly outcome: Exclude<Outcome, 'ok'>;
  /** At most 120 characters; may hold text of the target and is untrusted. */
  readonly cause: string;
  readonly owner: Owner;
}

const CAUSE_LENGTH = 120;

/** What k6's `error` says when the run is cut short: the request was not allowed to end. */
const CUT = 'context canceled';

/** The generator's own limits, in the words of Linux and macOS. */
const OUT_OF_RESOURCES = /too many open files|cannot assign requested address|no buffer space|cannot allocate memory/;

/** No connection came about, in Go's words. */
const NO_CONNECTION = /dial tcp|no such host|lookup |connection refused|network is unreachable/;

/** True when a request ended because k6 was told to stop. */
export function wasCut(error: unknown): boolean {
  return String(error).includes(CUT);
}

/** A request that got no answer, from what k6 rejects with (`throw: true`). */
export function endingOfError(error: unknown): Ending {
  // "Get "http://host/path?key=…": reason": the address would make every cause another one.
  const reason = String(error).replace(/^\w+ "[^"]*": /, '');
  const cause = reason.slice(0, CAUSE_LENGTH);
  if (OUT_OF_RESOURCES.test(reason)) return { outcome: 'unreachable', cause, owner: 'client environment' };
  if (/request timeout/.test(reason)) return { outcome: 'timeout', cause: 'the client stopped waiting', owner: 'system' };
  return { outcome: NO_CONNECTION.test(reason) ? 'unreachable' : 'failed', cause, owner: 'system' };
}

/** Statuses that say the service itself is fine and something behind it is not. */
const THIRD_PARTY_STATUSES = [502, 504];
const TOO_MANY_REQUESTS = 429;

/** A request whose answer is not the expected one; `code` is the `error` field of the body, if there is one. */
export function endingOfAnswer(status: number, code: unknown): Ending {
  const text = typeof code === 'string' ? ` ${code}` : '';
  if (status < 400) return { outcome: 'failed', cause: `HTTP ${status} with an answer that cannot be read`, owner: 'system' };
  const cause = `HTTP ${status}${text}`.slice(0, CAUSE_LENGTH);
  if (status < 500) return { outcome: 'rejected', cause, owner: status === TOO_MANY_REQUESTS ? 'system' : 'user' };
  return { outcome: 'failed', cause, owner: THIRD_PARTY_STATUSES.includes(status) ? 'third party' : 'system' };
}
