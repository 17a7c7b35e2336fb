import type { Quantity } from '../../../workload/surge/quantity.ts';
import { ASSUMED } from '../assumed.ts';
import type { Analogue, LaunchEvent } from '../launch-event.ts';
import { shareWithin } from './people-of-measure.ts';

/**
 * Estimate for an event from one analogue: its value per head of its population, times the population of the event, times the growth, times
 * the part of the window in which it was counted. Without stated growth the factor is 1 where populations are compared, and
 * `ASSUMED.growth` otherwise.
 */
export function scaledAnalogue(event: LaunchEvent, { value, population, within }: Analogue): number {
  const perHead = event.population === null || population === null ? 1 : event.population.value / population.value;
  const counted = within === null ? 1 : shareWithin(event, within);
  return (value.value * perHead * growthOf(event).value) / counted;
}

/** The growth that is reckoned with. */
export function growthOf({ growth, population }: LaunchEvent): Quantity {
  if (growth !== null) return growth;
  return population === null
    ? ASSUMED.growth
    : { value: 1, unit: 'times the analogues per head', source: 'nothing stated beyond the population', kind: 'assumed' };
}
