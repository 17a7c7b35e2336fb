/** How a code was taken. */
export type Confirmation = 'verified' | 'wrong' | 'blocked' | 'expired' | 'unknown';

/** Codes that carriers delivered, and sessions that gave them back: what an identity provider keeps in memory for some minutes. */
export interface Verification {
  /** Notes the code that was sent to a session. */
  send(request: string, session: string, code: string): void;
  confirm(request: string, session: string, code: string): Confirmation;
  /** When the session confirmed a code, by the clock given; null when it did not in the last ten minutes. */
  verifiedAt(session: string): number | null;
}

interface SentCode {
  readonly session: string;
  readonly code: string;
  readonly sentAt: number;
  wrong: number;
}

const MOST_WRONG = 5;
/** Milliseconds. */
const CODE_GOOD_FOR = 180_000;
/** Milliseconds; like the state of a real identity provider. */
const VERIFIED_FOR = 600_000;
/** Milliseconds an entry is kept after its end, so that a late answer is `expired` and not `unknown`. */
const REMEMBERED = 120_000;

/** Forgets from the oldest on; entries are in order of time, and a look at a few with every new one keeps up. */
function forget<Entry>(entries: Map<string, Entry>, isOver: (entry: Entry) => boolean): void {
  let looked = 0;
  for (const [key, entry] of entries) {
    if (looked++ >= 2 || !isOver(entry)) return;
    entries.delete(key);
  }
}

/** Nothing sent yet. `now` is a clock in milliseconds. */
export function createVerification(now: () => number): Verification {
  const codes = new Map<string, SentCode>();
  const verified = new Map<string, number>();
  return {
    send(request, session, code) {
      const sentAt = now();
      forget(codes, (sent) => sent.sentAt < sentAt - CODE_GOOD_FOR - REMEMBERED);
      codes.set(request, { session, code, sentAt, wrong: 0 });
    },
    confirm(request, session, code) {
      const sent = codes.get(request);
      if (sent === undefined || sent.session !== session) return 'unknown';
      if (sent.wrong >= MOST_WRONG) return 'blocked';
      if (sent.sentAt < now() - CODE_GOOD_FOR) return 'expired';
      if (sent.code !== code) return ++sent.wrong >= MOST_WRONG ? 'blocked' : 'wrong';
      forget(verified, (at) => at < now() - VERIFIED_FOR);
      verified.delete(session);
      verified.set(session, now());
      return 'verified';
    },
    verifiedAt(session) {
      const at = verified.get(session);
      return at !== undefined && at > now() - VERIFIED_FOR ? at : null;
    },
  };
}
