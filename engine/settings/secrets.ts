const PLACEHOLDER = /\{\{env:([A-Za-z_][A-Za-z0-9_]*)\}\}/g;

/** Replaces `{{env:NAME}}` by the value of an environment variable; throws a sentence when there is none. */
function withSecrets(text: string, env: Readonly<Record<string, string | undefined>>): string {
  return text.replace(PLACEHOLDER, (_, name: string) => {
    const value = env[name];
    if (value === undefined || value === '') throw new Error(`${name}: must be set in the environment (k6 run -e ${name}=…), got nothing`);
    return value;
  });
}

/** Headers of every request: what is accepted, and those of the target with their secrets. */
export function targetHeaders(
  { headers, acceptEncoding }: { readonly headers: Readonly<Record<string, string>>; readonly acceptEncoding: string | null },
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const all: Record<string, string> = acceptEncoding === null ? {} : { 'accept-encoding': acceptEncoding };
  for (const name of Object.keys(headers)) all[name] = withSecrets(headers[name]!, env);
  return all;
}
