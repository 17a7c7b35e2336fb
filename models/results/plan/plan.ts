import type { Quantity } from '../../workload/surge/quantity.ts';
import type { PeakQuantiles } from '../forecast/peak-quantiles.ts';
import type { PlanFit, PlanNode } from './plan-fit.ts';
import type { PlanInstances, PlanRegret } from './plan-prices.ts';
import type { PlanSchedule } from './plan-schedule.ts';
import type { PlanArrivals, PlanBalancing } from './plan-traffic.ts';
import type { PlanUnits } from './plan-units.ts';
import type { StandardForm } from './standard-form.ts';

/** A number of nodes and what it gives at a peak rate. */
export interface PlanLevel {
  readonly confidence: number;
  readonly nodes: number;
  /** The peak that is not exceeded with this confidence, arrivals per second. */
  readonly peakRate: number;
  readonly utilisation: number;
  /** Response times at that peak, milliseconds; null when the queue would grow without end. */
  readonly p50: number | null;
  readonly budgeted: number | null;
  /** Probability that the budget holds over every peak and model. */
  readonly probability: number;
}

/** Nodes needed in a situation, and why. */
export interface PlanSituation {
  readonly name: 'peak' | 'n+1' | 'zone-lost' | 'deploy' | 'autoscaler';
  readonly nodes: number;
  readonly reason: string;
}

/** Effect of one input alone: nodes at both ends of its range, with all others at their medians. */
export interface PlanDriver {
  readonly name: string;
  readonly low: { readonly label: string; readonly nodes: number | null };
  readonly high: { readonly label: string; readonly nodes: number | null };
  /** Origin of the range. */
  readonly kind: Quantity['kind'];
}

/** The number before the chosen one. */
export interface PlanRejected {
  readonly nodes: number;
  readonly probability: number;
  readonly sentence: string;
}

/** Arrivals per second: at the budget, with all servers busy, and from which the service recovers by itself. */
export interface PlanCapacity {
  readonly nodes: number;
  readonly withinBudget: number;
  readonly nominal: number;
  readonly selfHealing: number;
  readonly retries: number;
}

export interface PlanWaitingRoom {
  readonly queued: number;
  readonly requestsPerPerson: number;
  /** People let in per second and seconds until the line is empty, by nodes; null when the line never ends. */
  readonly curve: readonly { readonly nodes: number; readonly admitRate: number; readonly drainSeconds: number | null }[];
}

export interface PlanCost {
  readonly currency: string;
  readonly perNodeHour: number;
  readonly hours: number;
  readonly perEvent: number;
  /** Cost of the event per thousand requests, at the median peak throughout. */
  readonly perThousandRequests: number;
}

/** Response time by nodes: the budgeted percentile at the 10th, 50th and 95th percentile of the peak, milliseconds. */
export interface PlanCurvePoint {
  readonly nodes: number;
  readonly low: number | null;
  readonly middle: number | null;
  readonly high: number | null;
  readonly probability: number;
}

export interface PlanDemandPoint {
  readonly time: string;
  readonly p50: number;
  readonly p80: number;
  readonly p95: number;
}

/** `plan.json`: how many nodes, why, and what would change the answer. */
export interface PlanFile {
  readonly schema: 'surgeproof/plan';
  readonly version: 1;
  readonly source: 'by-hand' | 'measured';
  readonly peak: PeakQuantiles & { readonly ground: string };
  /** From what the peak counts to requests, which all rates below are in; null when it was given in requests. */
  readonly units: PlanUnits | null;
  readonly budget: { readonly percentile: number; readonly limit: number };
  readonly confidence: number;
  readonly node: PlanNode;
  readonly balancing: PlanBalancing;
  readonly arrivals: PlanArrivals;
  /** To run: the most of all situations. */
  readonly recommended: number;
  /** For the peak alone; 90 % interval over the models of the node, at the peak of the confidence; null where no number of nodes would do. `withinBudget`: arrivals per second that they hold. */
  readonly needed: { readonly nodes: number; readonly low: number | null; readonly high: number | null; readonly withinBudget: number };
  readonly situations: readonly PlanSituation[];
  readonly levels: readonly PlanLevel[];
  readonly rejected: PlanRejected | null;
  readonly capacity: PlanCapacity;
  readonly waitingRoom: PlanWaitingRoom | null;
  readonly cost: PlanCost | null;
  /** Types of nodes, the cheapest first; null where the policy names none. */
  readonly instances: PlanInstances | null;
  /** Too many nodes against too few; null where a broken minute has no price. */
  readonly regret: PlanRegret | null;
  /** When how many; null without hours. */
  readonly schedule: PlanSchedule | null;
  readonly drivers: readonly PlanDriver[];
  readonly curve: readonly PlanCurvePoint[];
  readonly demand: readonly PlanDemandPoint[];
  readonly fit: PlanFit | null;
  readonly standard: StandardForm;
  readonly assumptions: readonly (Quantity & { readonly name: string })[];
  readonly warnings: readonly string[];
}
