import type { Balancer } from './balancer.ts';

export interface PlanModel {
  readonly name: string;
  readonly aicc: number | null;
  readonly topStepError: number | null;
  readonly saturationRate: number | null;
  readonly values: Readonly<Record<string, number>>;
}

export interface PlanStep {
  readonly name: string;
  readonly nodes: number;
  readonly rate: number;
  readonly offeredRate: number;
  readonly used: boolean;
  /** True when a step that is not fitted counts by its throughput. */
  readonly throughput: boolean;
  readonly reason: string | null;
  readonly warmUpSeconds: number;
  /** Milliseconds; null for a refused step. */
  readonly mean: number | null;
  readonly budgeted: number | null;
  readonly predictedMean: number | null;
  readonly predictedBudgeted: number | null;
}

/** The model of a node, in milliseconds, with 90 % intervals; null intervals when it was given by hand. */
export interface PlanNode {
  readonly serviceTime: { readonly value: number; readonly low: number | null; readonly high: number | null };
  readonly servers: { readonly value: number; readonly low: number | null; readonly high: number | null };
  readonly cs2: number;
  readonly ca2: number;
  readonly balancer: Balancer;
  readonly contention: number;
  readonly coherency: number;
}

export interface PlanFit {
  readonly target: string;
  readonly simulated: boolean;
  readonly steps: readonly PlanStep[];
  readonly models: readonly PlanModel[];
  readonly winner: string;
  /** What more nodes do not move, requests per second with the 90 % interval; null where none was seen. `certain`: no other law explains the steps as well. */
  readonly limit: { readonly rate: number; readonly low: number; readonly high: number; readonly certain: boolean } | null;
  /** Nodes that the ladder vouches for: twice those that were saturated, and the arrivals per second that they keep within the budget. */
  readonly proven: { readonly measured: number; readonly nodes: number; readonly withinBudget: number };
  /** Largest and smallest saturation rate of a node among the models. */
  readonly spread: { readonly low: number; readonly high: number } | null;
}
