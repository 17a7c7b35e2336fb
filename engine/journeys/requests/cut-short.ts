import type { Host } from '../../users/context.ts';
import { bookCutShort } from '../../users/cut-short.ts';
import type { Active } from '../active.ts';
import { type Call, responseOf } from '../call.ts';
import { timeoutOf } from './send-call.ts';

/** A page is one sample, as long as the slowest of its requests: of those without an answer, the one that was sent first. */
function onePerPage(underWay: ReadonlySet<Call>): Call[] {
  const calls: Call[] = [];
  const pages = new Map<Active, Call>();
  for (const call of underWay) {
    const { user } = call;
    if (call.promise !== null) calls.push(call);
    else if ((pages.get(user)?.first ?? Number.POSITIVE_INFINITY) > call.first) pages.set(user, call);
  }
  return [...calls, ...pages.values()];
}

/** Books the requests of active users that the end of the run leaves without an answer, as slow as they have become. */
export function bookCallsCutShort(host: Host, underWay: ReadonlySet<Call>): void {
  const now = host.now();
  for (const call of onePerPage(underWay)) {
    const { intended, sent, service, step, variants } = call;
    const waited = Math.max(0, now - sent);
    const sample = { step: step.index, intended, service: service + waited, response: responseOf(call) + waited, variants };
    bookCutShort(host, sample, waited, timeoutOf(host, call));
  }
}
