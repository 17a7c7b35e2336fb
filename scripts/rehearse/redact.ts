import { type Secrets, SHORTEST_SECRET as SHORTEST } from './secrets.ts';

export type Redact = (line: string) => string;

/** Takes the values of secrets out of a line of text, and leaves their names. */
export function redactor(secrets: Secrets): Redact {
  // The longest first, so that a value within another one leaves nothing of it.
  const hidden = Object.entries(secrets)
    .filter(([, value]) => value.length >= SHORTEST)
    .sort(([, a], [, b]) => b.length - a.length);
  if (hidden.length === 0) return (line) => line;
  return (line) => hidden.reduce((text, [name, value]) => text.replaceAll(value, `{{env:${name}}}`), line);
}

/** The same for a line of JSON: only its texts are looked at, so that numbers stay as they are. */
export function jsonRedactor(secrets: Secrets): Redact {
  const redact = redactor(secrets);
  const written = Object.values(secrets).map((value) => JSON.stringify(value).slice(1, -1));
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return redact(value);
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [redact(key), clean(one)]));
  };
  return (line) => {
    if (!written.some((value) => value.length >= SHORTEST && line.includes(value))) return line;
    try {
      return JSON.stringify(clean(JSON.parse(line)));
    } catch {
      return redact(line);
    }
  };
}
