import type { CapacityStep } from '../../../models/results/capacity.ts';
import { type Duration, durationOf } from '../../../models/simulation/duration.ts';
import { fcfsWaits } from '../../../models/simulation/fcfs-waits.ts';
import { randomStream } from '../../../models/simulation/random-stream.ts';
import { bucketOf, encodeCells } from '../../../models/workload/histogram.ts';

export interface MadeSystem {
  readonly servers: number;
  readonly serviceTime: number;
  readonly cs2: number;
  readonly seed: number;
  readonly seconds?: number;
  readonly blockSeconds?: number;
  readonly even?: boolean;
}

/** A step as it would be measured on a simulated system whose truth is known. */
export function madeStep(system: MadeSystem, rate: number, change: Partial<CapacityStep> = {}): CapacityStep {
  const { servers, serviceTime, cs2, seed, seconds = 60, blockSeconds = 1, even = false } = system;
  const gap = even ? () => 1 / rate : durationOf(1 / rate, 1, randomStream(seed, 2 * rate));
  const draw = durationOf(serviceTime, cs2, randomStream(seed, 2 * rate + 1));
  const customers = Math.ceil(rate * seconds);
  const arrivals: number[] = [];
  const services: number[] = [];
  const kept = (list: number[], one: Duration, running: boolean) => () => {
    const value = one();
    list.push(running ? (list.at(-1) ?? 0) + value : value);
    return value;
  };
  const waits = fcfsWaits({ servers, customers, interarrival: kept(arrivals, gap, true), service: kept(services, draw, false) });
  const blocks = Array.from({ length: Math.floor(seconds / blockSeconds) }, () => new Map<number, number>());
  let done = 0;
  for (let i = 0; i < customers; i++) {
    const response = waits[i]! + services[i]!;
    if (arrivals[i]! + response <= seconds) done++;
    const block = blocks[Math.floor(arrivals[i]! / blockSeconds)];
    const bucket = bucketOf(response * 1000);
    block?.set(bucket, (block.get(bucket) ?? 0) + 1);
  }
  const busy = services.reduce((sum, service) => sum + service, 0) / (servers * seconds);
  return {
    name: `${rate}/s`,
    nodes: 1,
    spacing: even ? 'even' : 'poisson',
    offeredRate: rate,
    achievedRate: done / seconds,
    concurrency: null,
    utilisation: Math.min(1, busy),
    generator: { valid: true, reason: null },
    blockSeconds,
    blocks: blocks.map((cells) => ({ answered: [...cells.values()].reduce((sum, count) => sum + count, 0), cells: encodeCells(cells) })),
    ...change,
  };
}

/** A ladder up to a utilisation of 87 %. */
export function madeLadder(system: MadeSystem): CapacityStep[] {
  const saturation = system.servers / system.serviceTime;
  return [0.2, 0.4, 0.6, 0.75, 0.87].map((utilisation) => madeStep(system, utilisation * saturation));
}
