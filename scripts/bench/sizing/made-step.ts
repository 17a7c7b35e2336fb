import type { CapacityStep } from '../../../models/results/plan/capacity.ts';
import { fcfsWaits } from '../../../models/simulation/fcfs-waits.ts';
import { randomStream } from '../../../models/simulation/random-stream.ts';
import { foldedStep } from './folded-step.ts';
import { type MadeSystem, serviceOf } from './made-system.ts';

export interface MadeStepOptions {
  readonly seed: number;
  readonly seconds: number;
  /** As the usual load generators do; else Poisson. */
  readonly even?: boolean;
}

/**
 * A step of one node at an arrival rate, as it would be measured: started empty, requests counted in the second in which they were answered. Named
 * by the rate that was asked for; blocks say no more than they must.
 */
export function madeStep(system: MadeSystem, rate: number, { seed, seconds, even = false }: MadeStepOptions): CapacityStep {
  const { responses, arrivals } = simulated(system, rate, { seed, seconds, even });
  const step = foldedStep({ arrivals, responses, nodes: 1, seconds, spacing: even ? 'even' : 'poisson' });
  const blocks = step.blocks.map(({ answered, cells }) => ({ answered, cells }));
  return { ...step, name: `${Number(rate.toPrecision(3))}/s`, blocks };
}

function simulated(system: MadeSystem, rate: number, { seed, seconds, even }: Required<MadeStepOptions>) {
  const service = serviceOf(system, randomStream(seed, 2 * rate + 1));
  const uniform = randomStream(seed, 2 * rate);
  const customers = Math.ceil(rate * seconds + 6 * Math.sqrt(rate * seconds));
  const arrivals = new Float64Array(customers);
  const responses = new Float64Array(customers);
  let [came, served] = [0, 0];
  const waits = fcfsWaits({
    servers: system.serversPerNode,
    customers,
    interarrival: () => {
      const gap = even ? 1 / rate : -Math.log(uniform()) / rate;
      arrivals[came] = (came === 0 ? 0 : arrivals[came - 1]!) + gap;
      came++;
      return gap;
    },
    service: () => {
      responses[served] = service();
      return responses[served++]!;
    },
  });
  for (let i = 0; i < customers; i++) responses[i]! += waits[i]!;
  return { arrivals, responses };
}
