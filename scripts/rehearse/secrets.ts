import { ENV_NAME, secretNames } from '../../models/definition/env.ts';
import { similarTo } from '../terminal/similar.ts';

/** Every name that stands as `{{env:NAME}}` in a value. */
export function secretsIn(value: unknown): string[] {
  return secretNames(JSON.stringify(value) ?? '');
}

/** The values of secrets, for k6 alone: they are in no file, manifest or report. */
export type Secrets = Readonly<Record<string, string>>;

/** What k6, its runtime and the engine read by themselves: a secret of such a name would change the load in silence. */
const TAKEN =
  /^(?:K6_|SURGEPROOF_|GO(?:DEBUG|GC|MEMLIMIT|MAXPROCS|TRACEBACK)$|LD_|DYLD_|XDG_|SSL_CERT_|(?:HTTPS?|NO|ALL)_PROXY$|(?:PATH|HOME|TMPDIR|RES_OPTIONS|LOCALDOMAIN|REQUEST_METHOD)$)/i;

/** A shorter value cannot be kept out of reports: it would be found by chance, in numbers as in words. */
export const SHORTEST_SECRET = 4;

function problemOf(name: string, value: string | undefined, env: Readonly<Record<string, string | undefined>>): string | null {
  if (!ENV_NAME.test(name)) return `env('${name}'): must be the name of an environment variable, letters, digits and underscores`;
  if (TAKEN.test(name))
    return `environment variable ${name}: must not be asked for by env('${name}'), since k6 or surgeproof reads it itself; choose another name`;
  if (value === undefined || value === '') return missing(name, env);
  if (value.length >= SHORTEST_SECRET) return null;
  return `environment variable ${name}: must have at least ${SHORTEST_SECRET} characters, since a shorter secret cannot be kept out of the report, got ${value.length}; take a longer one`;
}

/** Looks up the secrets that a run refers to; each must be set. */
export function resolveSecrets(
  names: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): { readonly secrets: Secrets; readonly problems: readonly string[] } {
  const secrets: Record<string, string> = {};
  const problems: string[] = [];
  for (const name of [...new Set(names)].sort()) {
    const value = env[name];
    const problem = problemOf(name, value, env);
    if (problem !== null) problems.push(problem);
    else if (value !== undefined) secrets[name] = value;
  }
  return { secrets, problems };
}

function missing(name: string, env: Readonly<Record<string, string | undefined>>): string {
  const likely = Object.keys(env).filter((one) => one[0] === name[0]);
  const near = similarTo(
    name,
    likely.map((one) => one.toLowerCase()),
  );
  const similar = likely.find((one) => one.toLowerCase() === near) ?? null;
  return `environment variable ${name}: must be set, because the surge or k6.config.ts asks for env('${name}'), got nothing${similar === null ? '' : `; did you mean ${similar}?`}`;
}
