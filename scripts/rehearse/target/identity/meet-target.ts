import { hostOf, isLoopback } from '../allow-target.ts';
import { type SecureOptions, secureOptions } from '../secure-options.ts';
import { basesOf, type HttpTarget } from '../target-settings.ts';
import { askIdentity, IDENTITY_PATH, type IdentityAnswer, identityText, type TargetIdentity } from './target-identity.ts';

/** What was found at the addresses of an http target, before anything is sent. */
export interface MetTarget {
  readonly identity: TargetIdentity | null;
  /** The addresses that said so. */
  readonly at: readonly string[];
  readonly problems: readonly string[];
}

/** Whether a redirect leads to the same host over TLS. */
function leadsToTls(base: string, location: string): boolean {
  const [from, to] = [new URL(base), URL.canParse(location, base) ? new URL(location, base) : null];
  return from.protocol === 'http:' && to?.protocol === 'https:' && to.hostname === from.hostname;
}

const DOCUMENT = `a document { "name": "…" } at ${IDENTITY_PATH}`;

/** What speaks against sending load to a base that gave this answer. `foreign`: it is not on this machine. */
function problemsOf(where: string, base: string, answer: IdentityAnswer, foreign: boolean): string[] {
  switch (answer.state) {
    case 'known':
      return [];
    case 'none':
      return answer.problem.kind === 'gone' || answer.problem.code === 'timeout'
        ? [`${where}: nothing answers at ${base}: ${answer.problem.sentence}`]
        : [`${where}: must be reachable at ${base}: ${answer.problem.sentence}`];
    case 'moved':
      if (leadsToTls(base, answer.location))
        return [
          `${where}: must be the address that answers itself, got ${base}, which redirects to ${new URL(answer.location, base).origin}; write that one`,
        ];
      return foreign ? [`${where}: must say that it may be loaded by ${DOCUMENT}, got a redirect`] : [];
    case 'wrong':
      return foreign ? answer.problems.map((problem) => `${where}: ${base}${IDENTITY_PATH}: ${problem}`) : [];
    case 'silent':
      return foreign
        ? [`${where}: must say that it may be loaded by ${DOCUMENT}, got ${answer.reason}; serve it, or load another target`]
        : [];
  }
}

/**
 * Asks every base of a target what it is: each must answer, and one outside this machine must say by its document that it may be loaded. A
 * waiting room that is not surgeproof's own has no such document.
 */
export async function meetTarget(target: HttpTarget, addressesOf: (host: string) => Promise<readonly string[]>): Promise<MetTarget> {
  const options: SecureOptions = secureOptions(target.tls);
  const foreignRoom = target.waitingRoom !== null && target.waitingRoom.dialect !== 'surgeproof';
  const asked = await Promise.all(
    basesOf(target).map(async ({ where, base }) => {
      const [answer, addresses] = await Promise.all([askIdentity(base, options), addressesOf(hostOf(base)).catch(() => [])]);
      const foreign = !addresses.every(isLoopback) && !(foreignRoom && base === target.waitingRoom?.base);
      // A target without a name is called by its address, which the sentence says anyway.
      const place = where === `target ${base}` ? 'target' : where;
      return { answer, base, problems: problemsOf(place, base, answer, foreign) };
    }),
  );
  const problems = asked.flatMap((one) => one.problems);
  const known = asked.flatMap(({ answer }) => (answer.state === 'known' ? [answer.identity] : []));
  const texts = [...new Set(known.map(identityText))];
  if (texts.length > 1) problems.push(`target ${target.name}: all its addresses must belong together, got ${texts.join(' and ')}`);
  const at = asked.filter(({ answer }) => answer.state === 'known').map(({ base }) => base);
  return { identity: known[0] ?? null, at, problems };
}
