import {
  CAUSE_SHARES,
  FAILURE_CAUSES,
  type FailureCause,
  IDENTIFICATION_METHODS,
  type IdentificationMethod,
} from '../../../models/people/identification.ts';
import { rake } from '../../../models/people/rake.ts';

/** Which method people choose first. Assumed. */
export const METHOD_SHARES: Readonly<Record<IdentificationMethod, number>> = { PASS: 0.55, SMS: 0.38, ARS: 0.04, card: 0.03 };

/** Share of all attempts that fail: 15 to 20 %, stated. */
export const FAILING_SHARE = 0.175;

/** Method of the next attempt after a failure; the rest stops. Assumed. */
export const NEXT_METHODS: Readonly<Record<IdentificationMethod, Readonly<Partial<Record<IdentificationMethod, number>>>>> = {
  SMS: { SMS: 0.45, PASS: 0.25, ARS: 0.15 },
  PASS: { SMS: 0.6, ARS: 0.1 },
  ARS: { PASS: 0.5, SMS: 0.2 },
  card: { PASS: 0.5, SMS: 0.3 },
};

/** Which failures a method can have, as weights: no message is missed where none is sent. */
const CAN_FAIL = IDENTIFICATION_METHODS.map((method) => [
  ...FAILURE_CAUSES.map((cause) =>
    Number((cause !== 'sms-not-received' || method === 'SMS') && (cause !== 'pass-absent' || method === 'PASS')),
  ),
  1,
]);

/** What attempts come to: how many a person makes with each method, and how each fails. */
export interface AttemptMix {
  /** Attempts a person, by method; above the shares of the first choice, as failures bring people to another. */
  readonly attempts: Readonly<Record<IdentificationMethod, number>>;
  /** Probability of each cause in an attempt with a method. */
  readonly failing: Readonly<Record<IdentificationMethod, Readonly<Record<FailureCause, number>>>>;
  /** Share of the people who are through in the end. */
  readonly success: number;
}

/** Plenty: each round brings the mix of attempts five times nearer. */
const ROUNDS = 40;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function failingOf(attempts: readonly number[], share: number): number[][] {
  const all = sum(attempts);
  const causes = [...FAILURE_CAUSES.map((cause) => share * CAUSE_SHARES[cause]), 1 - share];
  const rows = attempts.map((count) => count / all);
  return rake(CAN_FAIL, rows, causes).map((row, i) => row.slice(0, -1).map((cell) => cell / rows[i]!));
}

/** Attempts of a person: the first choice, and what failures lead to. */
function nextRound(attempts: readonly number[], failing: readonly (readonly number[])[]): number[] {
  return IDENTIFICATION_METHODS.map(
    (method) =>
      METHOD_SHARES[method] +
      sum(IDENTIFICATION_METHODS.map((from, i) => attempts[i]! * sum(failing[i]!) * (NEXT_METHODS[from][method] ?? 0))),
  );
}

/**
 * The mix in which `share` of all attempts fail, for the stated causes, though failures change the methods: attempts and failures are made to agree
 * by turns, the failures by raking.
 */
export function attemptMix(share: number = FAILING_SHARE): AttemptMix {
  let attempts: number[] = IDENTIFICATION_METHODS.map((method) => METHOD_SHARES[method]);
  let failing = failingOf(attempts, share);
  for (let round = 0; round < ROUNDS; round++) {
    attempts = nextRound(attempts, failing);
    failing = failingOf(attempts, share);
  }
  const stops = IDENTIFICATION_METHODS.map((method, i) => attempts[i]! * sum(failing[i]!) * (1 - sum(Object.values(NEXT_METHODS[method]))));
  const byMethod = <Value>(values: readonly Value[]) =>
    Object.fromEntries(IDENTIFICATION_METHODS.map((method, i) => [method, values[i]])) as Record<IdentificationMethod, Value>;
  const causes = failing.map(
    (row) => Object.fromEntries(FAILURE_CAUSES.map((cause, j) => [cause, row[j]])) as Record<FailureCause, number>,
  );
  return { attempts: byMethod(attempts), failing: byMethod(causes), success: 1 - sum(stops) };
}
