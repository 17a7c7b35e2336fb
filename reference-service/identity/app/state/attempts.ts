import type { IdentificationMethod } from '../../../../models/people/identification.ts';
import type { Carrier } from '../../../../models/people/person.ts';

/** One try with one method. */
export interface Attempt {
  readonly id: string;
  readonly person: number;
  readonly method: IdentificationMethod;
  readonly carrier: Carrier;
  readonly sentAt: number;
  /** The code that was sent; null for methods without one. */
  readonly code: string | null;
  /** When the phone has the code; null when it was lost. */
  readonly arrivesAt: number | null;
  /** The person said yes in the PASS app or to the card company. */
  approved: boolean;
  used: boolean;
}

/** The attempts of the last minutes. */
export interface Attempts {
  begin(attempt: Attempt): void;
  find(id: string): Attempt | null;
  /** The last attempt with a code; a code of any other is no longer good. */
  lastWithCode(person: number): Attempt | null;
}

/** Nothing begun yet. Attempts are forgotten `keep` milliseconds after they began. */
export function attemptsOf(keep: number): Attempts {
  const known = new Map<string, Attempt>();
  const last = new Map<number, Attempt>();
  const forget = (before: number): void => {
    for (const [id, { sentAt }] of known) {
      if (sentAt > before) return;
      known.delete(id);
    }
  };
  return {
    begin(attempt) {
      forget(attempt.sentAt - keep);
      known.set(attempt.id, attempt);
      if (attempt.code !== null) last.set(attempt.person, attempt);
    },
    find: (id) => known.get(id) ?? null,
    lastWithCode: (person) => last.get(person) ?? null,
  };
}
