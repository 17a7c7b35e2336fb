import type { CapacityStep } from '../../../models/results/plan/capacity.ts';
import { madeStep as simulatedStep } from '../../../scripts/bench/sizing/made-step.ts';

export interface TestSystem {
  readonly servers: number;
  readonly serviceTime: number;
  readonly cs2: number;
  readonly seed: number;
  readonly seconds?: number;
  readonly even?: boolean;
}

/** A step of a simulated system whose truth is known, with the utilisation a machine would report. */
export function madeStep(system: TestSystem, rate: number, change: Partial<CapacityStep> = {}): CapacityStep {
  const { servers, serviceTime, cs2, seed, seconds = 60, even = false } = system;
  const shape = cs2 === 1 ? 'exponential' : 'erlang2';
  const step = simulatedStep({ serversPerNode: servers, serviceTime, shape }, rate, { seed, seconds, even });
  return { ...step, utilisation: Math.min(1, (step.achievedRate * serviceTime) / servers), ...change };
}

/** A ladder up to a utilisation of 87 %. */
export function madeLadder(system: TestSystem): CapacityStep[] {
  const saturation = system.servers / system.serviceTime;
  return [0.2, 0.4, 0.6, 0.75, 0.87].map((utilisation) => madeStep(system, utilisation * saturation));
}
