import { Refusal } from '../../models/refusal.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';

/** What a model answers; its refusal is `no-plan` with the sentence. */
export function answered<Answer>(ask: () => Answer): Answer {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Refusal) throw new SurgeproofError('no-plan', { sentence: error.message });
    throw error;
  }
}
