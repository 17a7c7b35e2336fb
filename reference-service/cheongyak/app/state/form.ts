/** What a person enters. */
export interface Entries {
  readonly complex: number;
  readonly unit: string;
  readonly household: number;
  readonly points: number;
  readonly address: string;
  readonly phone: string;
}

/** What everybody agrees to, as part of what is signed. Own words, as long as such texts are. */
const CONSENT = Array.from(
  { length: 12 },
  (_, i) =>
    `consent.${i + 1}=I have read part ${i + 1} of the notice, what I entered is true, and I know that a false entry voids the application.`,
);

/**
 * The form in the one spelling that is signed: a line a field, in this order, so that signed and stored bytes can be compared. About 2 kB.
 */
export function canonicalForm(user: number, entries: Entries, nonce: string): string {
  const fields = Object.entries(entries).map(([name, value]) => `${name}=${String(value).replaceAll('\n', ' ')}`);
  return `${['form=application', `applicant=${user}`, ...fields, ...CONSENT, `nonce=${nonce}`].join('\n')}\n`;
}
