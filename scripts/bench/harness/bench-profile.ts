import type { SurgeProfile } from '../../../models/workload/surge/surge.ts';
import { onnuriLaunch } from '../../../scenarios/onnuri/launch-surge.ts';

/** Who comes in a bench. */
export interface Crowd {
  readonly people: number;
  /** They arrive within this time, at a constant rate. */
  readonly seconds: number;
  readonly hosts: number;
  /** How long the run goes on after that, seconds. */
  readonly drainSeconds: number;
}

/** Half would lose patience after 30,000 years: of a million people nobody does while a bench lasts. Milliseconds. */
const ENDLESS_PATIENCE = 1e15;

/** The launch, reduced to a constant arrival rate; evenly spaced, so that every run has the same people. */
export function benchProfile({ people, seconds, hosts, drainSeconds }: Crowd): SurgeProfile {
  return {
    ...onnuriLaunch.profiles.lab,
    description: 'a bench',
    arrivalSeconds: seconds,
    drainSeconds,
    arrivals: { shape: 'constant', rate: people / seconds },
    evenSpacing: true,
    phases: [{ name: 'steady', from: 0, judged: true }],
    hosts,
    impatienceMedian: ENDLESS_PATIENCE,
  };
}
