/** A fault as it really was. Seconds since the start of the run. */
export interface DoneFault {
  readonly title: string;
  readonly planned: { readonly from: number; readonly to: number };
  /** null: it never began. */
  readonly began: number | null;
  /** null: it was not over when the run was, or could not be ended. */
  readonly ended: number | null;
  /** What went wrong with it, as a sentence; null when nothing did. */
  readonly problem: string | null;
}

/** `faults.json`: what was really broken, and when, in the order of the plan. */
export interface FaultsFile {
  readonly schema: 'surgeproof/faults';
  readonly version: 1;
  readonly faults: readonly DoneFault[];
}

/** How often something was tried while a fault was there, and how often that failed. */
export interface Blast {
  readonly name: string;
  readonly title: string;
  readonly attempts: number;
  readonly failed: number;
}

/** What a fault did to people. */
export interface FaultEffect {
  readonly title: string;
  /** Seconds since the start of the run: as it was done, as planned where nobody knows. */
  readonly from: number;
  readonly to: number;
  /** Its length in the original, with what was cut out of its middle. */
  readonly originalSeconds: number;
  /** Whether it was there at all, and what went wrong with it. */
  readonly wasDone: boolean;
  readonly problem: string | null;
  /** Seconds from its beginning until clients could tell; null when they never could. */
  readonly detectedAfter: number | null;
  /** 95th percentile of the time until a request failed meanwhile, milliseconds; null without failures. */
  readonly failureP95: number | null;
  readonly steps: readonly Blast[];
  /** People who left a journey meanwhile, and those among them who failed. */
  readonly journeys: readonly Blast[];
}

/** All faults of a run, and how it recovered. */
export interface FaultsSummary {
  readonly effects: readonly FaultEffect[];
  /** Seconds from the end of the last fault until the requests succeeded again; null when they did not within the run, or too few came to tell. */
  readonly recoveredAfter: number | null;
  /** By which rule. */
  readonly success: number;
  readonly stableSeconds: number;
  /** Requests after the last fault. */
  readonly requestsAfter: number;
  /** Seconds in the original from the first moment clients could tell until recovery; null without the one or the other. */
  readonly disruptedSeconds: number | null;
}
