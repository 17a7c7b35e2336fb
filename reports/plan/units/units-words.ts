import type { PlanUnits } from '../../../models/results/plan/plan-units.ts';
import { estimate } from '../../format/number.ts';

/**
 * The peak in each unit: from what was forecast over people to requests.
 *
 * @example unitsSentence({ counted: 'payments', perPerson: { value: 0.5, unit: '', source: 'stated', kind: 'stated' }, requestsPerPerson: { value: 4, unit: '', source: 'counted', kind: 'measured' }, steps: [], peak: { counted: 600, people: 1200, requests: 4800 } }) // => 'The peak is 600 payments/s = 1,200 people/s (0.5 payments a person) = 4,800 requests/s (4 requests a person, measured).'
 */
export function unitsSentence({ counted, perPerson, requestsPerPerson, peak }: PlanUnits): string {
  const people = `${estimate(peak.people)} people/s`;
  const requests = `${estimate(peak.requests)} requests/s`;
  const [often, each] = [estimate(perPerson.value), `${estimate(requestsPerPerson.value)} requests a person, ${requestsPerPerson.kind}`];
  if (perPerson.value === 1 && requestsPerPerson.value !== 1) return `The peak is ${people} = ${requests} (${each}).`;
  if (perPerson.value === requestsPerPerson.value) return `The peak is ${requests} = ${people} (${each}).`;
  return `The peak is ${estimate(peak.counted)} ${counted}/s = ${people} (${often} ${counted} a person) = ${requests} (${each}).`;
}
