import type { SurgeProfile } from '../../../models/workload/surge/surge.ts';

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

/** A constant arrival rate, evenly spaced, so that every run has the same people. */
export function benchProfile({ people, seconds, hosts, drainSeconds }: Crowd): SurgeProfile {
  return {
    description: 'a bench',
    arrivalSeconds: seconds,
    drainSeconds,
    arrivals: { shape: 'constant', rate: people / seconds },
    evenSpacing: true,
    phases: [{ name: 'steady', from: 0, judged: true }],
    hosts,
    clientTimeout: 10_000,
    retry: { probability: 0.75, maxRetries: 5, quickRetries: 2, quickLow: 500, quickHigh: 2_000, slowMedian: 10_000, slowP95: 30_000 },
    impatienceMedian: ENDLESS_PATIENCE,
    thinkScale: 1,
    service: null,
  };
}
