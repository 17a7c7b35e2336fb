import { mustBe } from '../numeric/must-be.ts';

export interface HpaArguments {
  /** Replicas now. */
  readonly replicas: number;
  /** Mean of the metric over the replicas. */
  readonly current: number;
  /** Value of the metric that is aimed at, in the same unit. */
  readonly target: number;
  /** Relative distance within which nothing is done; 0.1 in Kubernetes. */
  readonly tolerance?: number;
}

/** A ratio of decimals such as 55/50 is a rounding error away from 1.1; without this it would count as outside a tolerance of 0.1. */
const ROUNDING = 1e-9;

/**
 * Replicas the Kubernetes horizontal pod autoscaler asks for.
 * Used to model its lag: it answers to what is measured, not to what comes.
 *
 *   ⌈replicas · current/target⌉, unless |current/target − 1| ≤ tolerance; never below one
 *
 * Source: Kubernetes documentation, Horizontal Pod Autoscaling, algorithm details. Valid for: all pods ready, one metric, before the bounds
 * of the autoscaler and its windows.
 * @example hpaReplicas({ replicas: 4, current: 90, target: 60 }) // => 6
 */
export function hpaReplicas({ replicas, current, target, tolerance = 0.1 }: HpaArguments): number {
  mustBe.whole('replicas', replicas);
  mustBe.nonNegative('current', current);
  mustBe.positive('target', target);
  mustBe.share('tolerance', tolerance);
  if (Math.abs(current / target - 1) <= tolerance + ROUNDING) return replicas;
  return Math.max(1, Math.ceil((replicas * current) / target - ROUNDING));
}
