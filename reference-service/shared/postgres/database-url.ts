import { loopbackAddress } from '../network/loopback.ts';

const HINT = 'start one here, or unset DATABASE_URL so that surgeproof starts its own';

/** The URL without what comes before the host: nothing of it may be a secret. */
function hostIn(url: URL): string {
  return url.hostname === '' ? 'no host' : url.hostname;
}

function isLoopback(host: string): boolean {
  try {
    loopbackAddress(host.replace(/^\[|\]$/g, ''));
    return true;
  } catch {
    return false;
  }
}

/**
 * What is wrong with the address of a user's own database; null when the reference service may use it. Only one on this machine, or at
 * one of the `listed` addresses: a rehearsal loads it. A host in the query replaces the one in front of the path, so it is held to the same rule.
 */
export function databaseUrlProblem(databaseUrl: string, listed: readonly string[] = []): string | null {
  if (!URL.canParse(databaseUrl) || !/^postgres(ql)?:\/\//.test(databaseUrl))
    return `databaseUrl: must begin with postgres:// or postgresql:// and name a host; ${HINT}`;
  const url = new URL(databaseUrl);
  const hosts = [hostIn(url), ...url.searchParams.getAll('host'), ...url.searchParams.getAll('hostaddr')];
  const far = hosts.find((host) => !isLoopback(host) && !listed.includes(host.replace(/^\[|\]$/g, '')));
  return far === undefined ? null : `databaseUrl: must name a host on this machine (127.0.0.1, ::1 or localhost), got ${far}; ${HINT}`;
}
