import { ServiceError } from '../../../shared/service-error.ts';

/** Answers by idempotency key: the same key gets the same answer. */
export interface Repeats {
  once<Answer>(key: string, work: () => Promise<Answer>): Promise<Answer>;
}

/** An answer that another try may change is not kept. */
const isFinal = (error: unknown): boolean => error instanceof ServiceError && error.owner === 'user';

/** Nothing asked yet. Answers are forgotten after `keep` milliseconds. */
export function repeatsOf(keep: number, now: () => number): Repeats {
  const answers = new Map<string, { readonly answer: Promise<unknown>; readonly at: number }>();
  const forget = (before: number): void => {
    for (const [key, { at }] of answers) {
      if (at > before) return;
      answers.delete(key);
    }
  };
  return {
    once<Answer>(key: string, work: () => Promise<Answer>): Promise<Answer> {
      const known = answers.get(key);
      if (known !== undefined) return known.answer as Promise<Answer>;
      forget(now() - keep);
      const answer = work().catch((error: unknown) => {
        if (!isFinal(error)) answers.delete(key);
        throw error;
      });
      answers.set(key, { answer, at: now() });
      return answer;
    },
  };
}
