import type { Outcome, Owner } from '../../models/workload/log/outcome.ts';
import { CAUSE_LENGTH, ownWords, plainCause, withoutNumbers } from './causes.ts';

/** How a request that did not succeed ended. */
export interface Ending {
  readonly outcome: Exclude<Outcome, 'ok' | 'unfinished'>;
  /** At most 160 characters; may hold text of the target and is untrusted. */
  readonly cause: string;
  readonly owner: Owner;
}

/** What k6's `error` says when the run is cut short: the request was not allowed to end. */
const CUT = 'context canceled';

/** The generator's own limits, in the words of Linux and macOS. */
const OUT_OF_RESOURCES = /too many open files|cannot assign requested address|no buffer space|cannot allocate memory/;

/** No connection came about, in Go's words; a reset or a closed connection gave no answer either. */
const NO_CONNECTION =
  /dial tcp|no such host|lookup |connection refused|network is unreachable|connection reset|broken pipe|EOF|closed network connection|server closed idle/;

/** k6 refuses an address that is not allowed. */
const BLOCKED = /blacklisted/;

/** The certificate of the target is not accepted: the trust of this machine, no fault of the target. */
const UNTRUSTED = /x509: |tls: failed to verify/;

/** True when a request ended because k6 was told to stop. */
export function wasCut(error: unknown): boolean {
  return ownWords(String(error)).includes(CUT);
}

/** A request that got no answer, from what k6 rejects with (`throw: true`); `elsewhere`: the host that a redirect sent it to. */
export function endingOfError(error: unknown, elsewhere: string | null = null): Ending {
  const text = String(error);
  const cause = (elsewhere === null ? plainCause(text) : `${plainCause(text)}, redirected to ${elsewhere}`).slice(0, CAUSE_LENGTH);
  const own = ownWords(text);
  if (OUT_OF_RESOURCES.test(own)) return { outcome: 'unreachable', cause, owner: 'client environment' };
  if (BLOCKED.test(own)) {
    const what = elsewhere === null ? 'the address is not allowed' : `redirected to ${elsewhere}, an address that is not allowed`;
    const said = `${what} (addresses in k6.config.ts)`.slice(0, CAUSE_LENGTH);
    return { outcome: 'unreachable', cause: said, owner: elsewhere === null ? 'script' : 'unclear' };
  }
  if (UNTRUSTED.test(own)) return { outcome: 'unreachable', cause, owner: 'client environment' };
  if (/request timeout/.test(own)) return { outcome: 'timeout', cause: 'the client stopped waiting', owner: 'system' };
  return { outcome: NO_CONNECTION.test(own) ? 'unreachable' : 'failed', cause, owner: 'system' };
}

/** Statuses that say the service itself is fine and something behind it is not. */
const THIRD_PARTY_STATUSES = [502, 504];
/** Refusals of a service that has too much to do. */
const BUSY_STATUSES = [408, 429];

/** A request whose answer is not the expected one; `code` is the `error` field of the body, if there is one. */
export function endingOfAnswer(status: number, code: unknown): Ending {
  const text = typeof code === 'string' ? ` ${withoutNumbers(code)}` : '';
  const cause = `HTTP ${status}${text}`.slice(0, CAUSE_LENGTH);
  if (status < 400) return { outcome: 'failed', cause: `${cause}, which the surge does not expect`, owner: 'unclear' };
  if (status < 500) return { outcome: 'rejected', cause, owner: BUSY_STATUSES.includes(status) ? 'system' : 'unclear' };
  return { outcome: 'failed', cause, owner: THIRD_PARTY_STATUSES.includes(status) ? 'third party' : 'system' };
}

/** An answer in which what the journey needs is not found. */
export function endingOfUnreadable(status: number, why: string): Ending {
  return {
    outcome: 'failed',
    cause: `HTTP ${status} with an answer that cannot be read: ${withoutNumbers(why)}`.slice(0, CAUSE_LENGTH),
    owner: 'system',
  };
}
