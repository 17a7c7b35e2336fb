/** Environment of k6; Node has none of this name. */
declare const __ENV: Readonly<Record<string, string | undefined>>;

const PLACEHOLDER = /\{\{env:([^{}]*)\}\}/g;
export const ENV_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * A secret by reference: the value of an environment variable in k6, a placeholder everywhere else, so that no file, manifest or report
 * ever holds the secret.
 */
export function env(name: string): string {
  if (typeof __ENV === 'undefined') return `{{env:${name}}}`;
  const value = __ENV[name];
  if (value === undefined) throw new Error(`environment variable ${name}: must be set, got nothing; set it before the run`);
  return value;
}

/** Names of the secrets that a text refers to. */
export function secretNames(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, name]) => name ?? '');
}

/** The text with its secrets filled in; a secret without a value stays a placeholder. */
export function withSecrets(text: string, values: Readonly<Record<string, string | undefined>>): string {
  return text.replace(PLACEHOLDER, (placeholder, name: string) => values[name] ?? placeholder);
}
