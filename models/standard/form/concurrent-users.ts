import { mustBe } from '../../numeric/must-be.ts';

export interface UsersInLoop {
  /** λ, requests per second. */
  readonly rate: number;
  /** R, mean response time, seconds. */
  readonly response: number;
  /** Z, mean time between an answer and the user's next request, seconds. */
  readonly think: number;
}

/**
 * Concurrent users behind a request rate, a whole number. Used for S1 and M3 of the Korean sizing standard.
 *
 *   U = λ(R + Z)
 *
 * Each of U users sends one request every R + Z seconds. Source: Little 1961; Denning and Buzen 1978, interactive response time law. Valid for: any distribution, in the mean.
 * @example concurrentUsers({ rate: 100, response: 0.5, think: 9.5 }) // => 1000
 */
export function concurrentUsers({ rate, response, think }: UsersInLoop): number {
  mustBe.nonNegative('rate', rate);
  mustBe.nonNegative('response', response);
  mustBe.nonNegative('thinkSeconds', think);
  // Without the rounding 0.1 × 30 would be four users.
  return Math.ceil(Number((rate * (response + think)).toPrecision(12)));
}
