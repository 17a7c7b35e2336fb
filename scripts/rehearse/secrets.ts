import { ENV_NAME, secretNames } from '../../models/definition/env.ts';
import { similarTo } from '../terminal/similar.ts';

/** Every name that stands as `{{env:NAME}}` in a value. */
export function secretsIn(value: unknown): string[] {
  return secretNames(JSON.stringify(value) ?? '');
}

/** The values of secrets, for k6 alone: they are in no file, manifest or report. */
export type Secrets = Readonly<Record<string, string>>;

/** Looks up the secrets that a run refers to; each must be set. */
export function resolveSecrets(
  names: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): { readonly secrets: Secrets; readonly problems: readonly string[] } {
  const secrets: Record<string, string> = {};
  const problems: string[] = [];
  for (const name of [...new Set(names)].sort()) {
    const value = env[name];
    if (!ENV_NAME.test(name)) problems.push(`env('${name}'): must be the name of an environment variable, letters, digits and underscores`);
    else if (value === undefined || value === '') problems.push(missing(name, env));
    else secrets[name] = value;
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
