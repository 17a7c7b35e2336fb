import type { Problem } from '../../workload/checks/problem.ts';
import type { Demand } from '../../workload/surge/surge.ts';

/** Names of people in units of series. */
export const PEOPLE: readonly string[] = ['people', 'persons', 'person', 'users', 'visitors', 'visits', 'arrivals', '명'];

/**
 * What a unit counts: `payments` of `payments/hour` and of `payments per day`.
 *
 * @example countedIn('Payments per day') // => 'payments'
 */
export function countedIn(unit: string): string {
  return unit
    .split(/\/|\bper\b/i, 1)[0]!
    .trim()
    .toLowerCase();
}

/**
 * How often one person makes what a forecast counts, so that its rates can be turned into people: 1 for a forecast of people, or of a
 * surge that says nothing of its demand. A forecast of anything else than the surge counts is a problem.
 *
 * @example perPersonOf({ unit: 'payments', step: 'pay', perPerson: 0.3 }, 'payments/hour') // => 0.3
 */
export function perPersonOf(demand: Demand | null, forecastUnit: string): number | Problem {
  const counted = countedIn(forecastUnit);
  if (demand !== null && countedIn(demand.unit) === counted) return demand.perPerson;
  if (demand === null || PEOPLE.includes(counted)) return 1;
  return {
    path: 'demand.unit',
    message: `must be what the forecast counts (${counted}) or people, got ${demand.unit}; change demand in the surge file`,
  };
}
