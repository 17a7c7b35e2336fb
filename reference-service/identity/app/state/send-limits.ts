import { ServiceError } from '../../../shared/service-error.ts';
import { type Clocks, COUNTS } from '../../rules.ts';

/** Who was sent a code when. */
export interface SendLimits {
  /** Notes a message to a person; 429 when it comes too soon after the last, or is one too many. Returns how to take the note back. */
  take(person: number): () => void;
}

/** Nothing sent yet. */
export function sendLimitsOf({ resendAfter, day }: Pick<Clocks, 'resendAfter' | 'day'>, now: () => number): SendLimits {
  const sent = new Map<number, readonly number[]>();
  return {
    take(person) {
      const at = now();
      const known = sent.get(person) ?? [];
      const lately = known.filter((one) => one > at - day);
      if (at - (known.at(-1) ?? Number.NEGATIVE_INFINITY) < resendAfter)
        throw new ServiceError(429, 'too-soon', 'A code was just sent: wait a minute.');
      if (lately.length >= COUNTS.sendsADay) throw new ServiceError(429, 'too-many', 'Five codes a day are all.');
      sent.set(person, [...lately, at]);
      return () => sent.set(person, known);
    },
  };
}
