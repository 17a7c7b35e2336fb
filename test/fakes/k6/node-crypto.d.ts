/** What the fakes need of Node: its types must not be visible in code for k6. */
declare module 'node:crypto' {
  export function createHash(algorithm: 'sha256'): { update(text: string): { digest(encoding: 'hex'): string } };
}
