import { isIP } from 'node:net';
import type { ResolvedConfig } from '../../../models/definition/resolve/resolved-config.ts';
import { isLoopback } from './allow-target.ts';

/** A PostgreSQL of the user's own, as a reference service is given it. */
export interface OwnDatabase {
  readonly databaseUrl: string;
  readonly databaseAddresses: readonly string[];
}

const REMEDY = 'name a database on this machine, list its address in k6.config.ts as one of a target, or unset DATABASE_URL';

/** Every address that k6.config.ts lists. */
const listedIn = ({ targets }: ResolvedConfig): string[] => [...new Set(Object.values(targets).flatMap(({ addresses }) => addresses))];

const isPostgres = (text: string): boolean => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text);

/** Hosts that a driver may connect to: one in the query takes the place of the one in front of the path. */
function hostsIn(url: URL): string[] {
  const named = url.hostname.replace(/^\[|\]$/g, '');
  return [named === '' ? 'no host' : named, ...url.searchParams.getAll('host'), ...url.searchParams.getAll('hostaddr')];
}

/** A name could lead elsewhere by the time a service asks for it. */
const mayBeUsed = (host: string, listed: readonly string[]): boolean =>
  host === 'localhost' || (isIP(host) !== 0 && (isLoopback(host) || listed.includes(host)));

/**
 * The database of `DATABASE_URL`, or why no reference service may use it; null when the environment names none. Nothing is asked of it,
 * nor of DNS. No sentence holds its password.
 */
export function ownDatabase(
  env: Readonly<Record<string, string | undefined>>,
  config: ResolvedConfig,
): OwnDatabase | { readonly problem: string } | null {
  const { DATABASE_URL: databaseUrl } = env;
  if (!databaseUrl) return null;
  if (!isPostgres(databaseUrl))
    return { problem: `DATABASE_URL: must begin with postgres:// or postgresql:// and name a host, got something else; ${REMEDY}` };
  const databaseAddresses = listedIn(config);
  const far = hostsIn(new URL(databaseUrl)).find((host) => !mayBeUsed(host, databaseAddresses));
  if (far === undefined) return { databaseUrl, databaseAddresses };
  return { problem: `DATABASE_URL: must be at localhost, a loopback address or one that k6.config.ts lists, got ${far}; ${REMEDY}` };
}
