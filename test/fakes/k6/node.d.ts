/** What fakes and tests need of Node: its types must not be visible in code for k6. */
declare module 'node:crypto' {
  export function createHash(algorithm: 'sha256'): { update(text: string): { digest(encoding: 'hex'): string } };
}

declare module 'node:fs' {
  export function readFileSync(path: string, encoding: 'utf8'): string;
}

/** A clock that cannot be set; the time of the test takes its place. */
declare const performance: { now(): number };
