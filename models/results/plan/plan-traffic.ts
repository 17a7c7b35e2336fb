import type { Balancer } from './balancer.ts';
import type { Bursts } from './bursts.ts';

/** The balancer that is planned for, and what others would need. */
export interface PlanBalancing {
  readonly balancer: Balancer;
  /** False: the worst one was taken, because none was named. */
  readonly named: boolean;
  /** Nodes for the peak alone, behind all of them where none was named; null where no number would do. */
  readonly needed: readonly { readonly balancer: Balancer; readonly nodes: number | null }[];
}

/** The arrivals that are planned for. */
export interface PlanArrivals {
  /** Squared coefficient of variation of the time between arrivals, bursts apart. */
  readonly ca2: number;
  readonly bursts: Bursts | null;
  /** Where this is known from; null: nothing is known, and arrivals are taken as Poisson. */
  readonly ground: string | null;
  /** Nodes for the peak alone under such bursts, where nothing is known; null nodes: no number would do. */
  readonly ifBursts: (Bursts & { readonly nodes: number | null }) | null;
}
