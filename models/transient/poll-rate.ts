import { mustBe } from '../numeric/must-be.ts';

/**
 * Requests per unit of time of people who ask for their place at a fixed interval.
 * Used because the waiting room is a target of load itself: 40,000 people every 20 s are 2,000 requests a second.
 *
 *   rate = N/interval
 *
 * Valid for: starts spread over the interval; people who refresh together make one spike per interval of the same mean.
 * @example pollRate({ users: 40000, interval: 20 }) // => 2000
 */
export function pollRate({ users, interval }: { users: number; interval: number }): number {
  mustBe.nonNegative('users', users);
  mustBe.positive('interval', interval);
  return users / interval;
}
