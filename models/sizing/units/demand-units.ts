import type { PlanUnits } from '../../results/plan/plan-units.ts';
import type { Quantity } from '../../workload/surge/quantity.ts';
import type { PeopleMix } from './per-person.ts';

/** Units of a demand before its peak is known. */
export type DemandUnits = Omit<PlanUnits, 'peak'>;

/**
 * Units of a demand from what it counts, how often one person makes that, and the requests of a person.
 *
 * @param ground where the requests of a person come from
 */
export function demandUnits(
  counted: string,
  often: Quantity,
  visits: NonNullable<PeopleMix['visits']>,
  ground: Pick<Quantity, 'source' | 'kind'>,
): DemandUnits {
  const steps = Object.entries(visits)
    .map(([step, perPerson]) => ({ step, perPerson }))
    .sort((a, b) => b.perPerson - a.perPerson);
  const value = steps.reduce((sum, { perPerson }) => sum + perPerson, 0);
  return { counted, perPerson: often, requestsPerPerson: { value, unit: 'requests per person', ...ground }, steps };
}

/**
 * Requests for one of what is counted: the factor from its rates to rates at the service.
 *
 *   requests/s = counted/s ÷ (counted per person) × (requests per person)
 */
export const requestsPerCounted = ({ perPerson, requestsPerPerson }: DemandUnits): number => requestsPerPerson.value / perPerson.value;

/** The units with a peak in requests per second, said in each of them. */
export function unitsAtPeak(units: DemandUnits, requests: number): PlanUnits {
  const people = requests / units.requestsPerPerson.value;
  return { ...units, peak: { counted: people * units.perPerson.value, people, requests } };
}
