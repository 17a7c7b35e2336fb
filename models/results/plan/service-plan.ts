import type { PeakQuantiles } from '../forecast/peak-quantiles.ts';
import type { PlanUnits } from './plan-units.ts';

/** A tier of a service at the peak of the confidence. Rates per second of what the demand counts, unless said otherwise. */
export interface PlanTier {
  readonly name: string;
  /** Nodes now, and requests they work on at a time; null for a partner, which has a limit in their place. */
  readonly nodes: number | null;
  readonly servers: number | null;
  readonly fixed: boolean;
  /** Requests it takes per second at most; null without such a limit. */
  readonly limit: number | null;
  /** Requests of all classes per second that come to it at the peak. */
  readonly requests: number;
  /** Share of its servers or of its limit in use at the peak, were nobody to wait elsewhere; above 1 where it cannot keep up. */
  readonly utilisation: number;
  /** Rate at which it is full, the others as fast as they can be. */
  readonly fullAt: number;
  /** Rate that the service would carry were this tier no limit. */
  readonly withoutIt: number;
  /** Nodes that the peak needs, and to run with one lost, a zone lost and a release; null where none can be added, and where no number does. */
  readonly needed: number | null;
  readonly run: number | null;
  /** Requests that a tier of which no nodes can be added must work on at a time; null for others. */
  readonly neededServers: number | null;
  /** Requests per second that a partner's limit must allow at the peak; null for nodes. */
  readonly neededLimit: number | null;
}

/** A class of requests from the first tier to the last. Milliseconds. */
export interface PlanClass {
  readonly name: string;
  /** Requests per second at the peak. */
  readonly rate: number;
  readonly percentile: number;
  readonly limit: number;
  /** Without any waiting. */
  readonly alone: number;
  /** At the peak with the nodes of now, and with those needed; null where a tier is full, and where no number does. */
  readonly now: number | null;
  readonly needed: number | null;
  /** What the latter does not exceed however the tiers depend on each other. */
  readonly bound: number | null;
}

/** What numbers of nodes of one tier buy, the others as now. */
export interface PlanTierCurve {
  readonly tier: string;
  readonly points: readonly { readonly nodes: number; readonly carried: number }[];
  /** More nodes than this buy less than 1 %. */
  readonly enough: number;
  /** What stops the service then: a tier, or null for the service times themselves. */
  readonly next: string | null;
}

/** `service-plan.json`: which tier breaks first, at which rate, and what the peak needs of each. */
export interface ServicePlanFile {
  readonly schema: 'surgeproof/service-plan';
  readonly version: 1;
  /** What the demand counts; all rates are per second of it, unless said otherwise. */
  readonly counted: string;
  readonly units: PlanUnits | null;
  readonly peak: PeakQuantiles & { readonly ground: string };
  readonly confidence: number;
  /** The peak that is not exceeded with this confidence. */
  readonly peakRate: number;
  /** What the nodes of now carry within all budgets, what stops them, and the probability that it is enough. */
  readonly now: { readonly carried: number; readonly breaks: string | null; readonly probability: number };
  /** Carried with the needed nodes; null where what is fixed does not carry the peak. */
  readonly needed: { readonly carried: number; readonly breaks: string | null } | null;
  readonly tiers: readonly PlanTier[];
  readonly classes: readonly PlanClass[];
  readonly curves: readonly PlanTierCurve[];
  readonly warnings: readonly string[];
}
