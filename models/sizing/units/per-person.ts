import { countedIn, PEOPLE } from '../../demand/rehearsal/people-per-unit.ts';
import type { Demand } from '../../workload/surge/surge.ts';

/** What the people of a surge do, on average. */
export interface PeopleMix {
  /** What the surge says a forecast counts; null when it says nothing. */
  readonly demand: Demand | null;
  /** Steps of the surge. */
  readonly steps: readonly string[];
  /** Requests of one person by step; null when they are not known. */
  readonly visits: Readonly<Record<string, number>> | null;
}

/** Why a unit cannot be turned into people: nothing of the surge counts it, or how often one person makes it is not known. */
export interface UnknownUnit {
  readonly unknown: 'unit' | 'visits';
  /** What could have been counted instead. */
  readonly known: readonly string[];
}

/** Names of requests in units of series. */
const REQUESTS: readonly string[] = ['requests', 'request', 'req', 'reqs', 'calls', '요청'];

/** True for a unit that counts requests as they come to a server. */
export const isRequests = (unit: string): boolean => REQUESTS.includes(countedIn(unit));

const total = (visits: Readonly<Record<string, number>>): number => Object.values(visits).reduce((sum, value) => sum + value, 0);

/** `logins` is the step `login`, and `items` the step `items`. */
const isStep = (counted: string, step: string): boolean =>
  [step, `${step}s`, `${step}es`, step.replace(/y$/, 'ies')].some((name) => name.toLowerCase() === counted.replaceAll(' ', '-'));

/**
 * How often one person makes what a unit counts: 1 for people, all requests of a person for requests, what the surge says in `demand`, or
 * the requests of the step that has the unit for a name. Rates of the unit divided by it are people per second.
 *
 * @example perPerson('payments/s', { demand: { unit: 'payments', step: 'buy', perPerson: 0.3 }, steps: ['buy'], visits: null }) // => 0.3
 * @example perPerson('requests/s', { demand: null, steps: ['a', 'b'], visits: { a: 1, b: 2.5 } }) // => 3.5
 * @example perPerson('trips/s', { demand: null, steps: ['a'], visits: { a: 1 } }) // => { unknown: 'unit', known: ['people', 'requests', 'a'] }
 */
export function perPerson(unit: string, { demand, steps, visits }: PeopleMix): number | UnknownUnit {
  const counted = countedIn(unit);
  const known = [...(demand === null ? [] : [countedIn(demand.unit)]), 'people', 'requests', ...steps];
  if (PEOPLE.includes(counted)) return 1;
  if (demand !== null && countedIn(demand.unit) === counted) return demand.perPerson;
  const step = steps.find((name) => isStep(counted, name));
  if (step === undefined && !isRequests(unit)) return { unknown: 'unit', known };
  const often = visits === null ? 0 : step === undefined ? total(visits) : (visits[step] ?? 0);
  return often > 0 ? often : { unknown: 'visits', known };
}
