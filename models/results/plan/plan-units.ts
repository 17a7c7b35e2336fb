import type { Quantity } from '../../workload/surge/quantity.ts';

/** From what a forecast counts to requests: which unit each rate of a plan has. */
export interface PlanUnits {
  /** What the peak counts, such as `payments`. */
  readonly counted: string;
  /** How often one person makes it. */
  readonly perPerson: Quantity;
  /** Requests of one person to the service, over all steps. */
  readonly requestsPerPerson: Quantity;
  /** The same by step, the most frequent first. */
  readonly steps: readonly { readonly step: string; readonly perPerson: number }[];
  /** The peak of the confidence, per second, in each unit. */
  readonly peak: { readonly counted: number; readonly people: number; readonly requests: number };
}
