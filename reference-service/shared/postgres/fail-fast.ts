import { ServiceError } from '../service-error.ts';

/** Failures in a row after which nobody is made to wait any more. */
const FAILURES = 5;
/** Milliseconds until one call tries again. */
const PAUSE = 1_000;

/** Code of the error. */
export const UNREACHABLE = 'ledger-unreachable';

/** A database that cannot be reached is not one that says no: the caller must neither take it for an empty account nor for a refusal. */
const unreachable = (): ServiceError =>
  new ServiceError(503, UNREACHABLE, 'The database cannot be reached; whether the request was done is not known.', 'system');

/** PostgreSQL names its errors by five characters; anything else never came from it. Those of class 08 and 57P are broken connections. */
function isUnreachable(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code) || /^(08|57P)/.test(code);
}

/**
 * A call to a database that fails at once while the database is known to be unreachable, so that workers are not all held by calls without
 * hope. After five failures in a row one call a second tries again, and the first that works opens the way for all.
 */
export function failFast<Values extends readonly unknown[], Result>(
  call: (...values: Values) => Promise<Result>,
  now: () => number = () => performance.now(),
): (...values: Values) => Promise<Result> {
  let failures = 0;
  let tryAgainAt = 0;
  return async (...values) => {
    if (failures >= FAILURES) {
      if (now() < tryAgainAt) throw unreachable();
      tryAgainAt = now() + PAUSE;
    }
    try {
      const result = await call(...values);
      failures = 0;
      return result;
    } catch (error) {
      if (!isUnreachable(error)) {
        failures = 0;
        throw error;
      }
      failures++;
      if (failures === FAILURES) tryAgainAt = now() + PAUSE;
      throw unreachable();
    }
  };
}
