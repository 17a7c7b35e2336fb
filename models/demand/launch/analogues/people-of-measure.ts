import { crossing } from '../../../numeric/search.ts';
import type { LaunchMeasure } from '../../../results/forecast/forecast-launch.ts';
import { arrivalCurve } from '../../../workload/arrivals/curves/from-spec.ts';
import { crowdOf } from '../arrivals/crowd.ts';
import { highestRate } from '../arrivals/highest-rate.ts';
import { launchCurve } from '../arrivals/launch-curve.ts';
import type { LaunchEvent } from '../launch-event.ts';

/**
 * Number of people in the window of an event, from a count of an analogue. People are taken as they are. A busiest second is divided by the
 * busiest second of the curve of one person. A number waiting becomes the number of people that makes a queue of that length, which without
 * admissions is the same number.
 */
export function peopleOf(event: LaunchEvent, measure: LaunchMeasure, value: number): number {
  if (measure === 'people') return value;
  const unit = launchCurve(event, 1);
  if (measure === 'arrivals/s') return value / highestRate(unit, event.window);
  if (event.admissions === null) return value;
  const admissions = event.admissions.value;
  const line = (people: number): number => crowdOf(arrivalCurve({ shape: 'scaled', by: people, curve: unit }), event.window, admissions);
  return crossing((people) => -line(people), -value, value);
}

/**
 * Share of the people of the window who come in the first `within` seconds after the doors open, or the last ones before a deadline. Above 1 for more than
 * the window.
 */
export function shareWithin(event: LaunchEvent, within: number): number {
  const { arrivalsUntil, rateAt } = arrivalCurve(launchCurve(event, 1));
  if (event.type !== 'deadline') return arrivalsUntil(within);
  if (within <= event.window) return 1 - arrivalsUntil(event.window - within);
  return 1 + rateAt(0) * (within - event.window);
}
