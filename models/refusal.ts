/** Why a model does not answer: the closed list that `surgeproof calc` prints as `error.code`. */
export type RefusalCode = 'infeasible' | 'unstable' | 'out-of-range' | 'missing-argument' | 'no-answer';

/**
 * A question that has no number for an answer. The message is the sentence a user reads: subject, rule, what was given, what to do.
 * Models throw it instead of returning NaN or Infinity.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
  }
}
