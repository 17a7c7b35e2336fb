import { type Duration, durationOf } from '../../../models/simulation/duration.ts';
import { type RandomStream, randomStream } from '../../../models/simulation/random-stream.ts';
import { normal } from '../../../models/workload/users/random.ts';

/** Shapes of the service time, with their squared coefficient of variation. */
export const SHAPES = {
  exponential: 1,
  erlang2: 0.5,
  erlang4: 0.25,
  'two exponentials': 3,
  'lognormal 0.3': 0.3,
  'lognormal 1': 1,
  'lognormal 2': 2,
} as const;

export type Shape = keyof typeof SHAPES;

/** A service of which everything is known: a pool of workers a node, first come first served. */
export interface MadeSystem {
  readonly serversPerNode: number;
  /** Mean, seconds. */
  readonly serviceTime: number;
  readonly shape: Shape;
}

/** Service times of a made system, from a stream of random numbers. */
export function serviceOf({ serviceTime, shape }: Pick<MadeSystem, 'serviceTime' | 'shape'>, random: RandomStream): Duration {
  if (!shape.startsWith('lognormal')) return durationOf(serviceTime, SHAPES[shape], random);
  const variance = Math.log1p(SHAPES[shape]);
  return () => serviceTime * Math.exp(Math.sqrt(variance) * normal(random) - variance / 2);
}

/** A question of size about a made system, and the ladder that is measured to answer it. */
export interface MadeQuestion {
  readonly number: number;
  readonly system: MadeSystem;
  /** Steps as shares of what a node can do at most; those of 1 and above saturate it. */
  readonly ladder: readonly number[];
  /** Seconds of each step. */
  readonly seconds: number;
  /** Arrivals per second to size for. */
  readonly peakRate: number;
  readonly target: { readonly percentile: number; readonly limit: number };
}

const SERVERS = [1, 2, 4, 8, 16, 32];
const LADDERS = [
  [0.2, 0.4, 0.6, 0.75, 0.87],
  [0.3, 0.5, 0.7, 0.8, 0.9],
  [0.3, 0.45, 0.6, 0.75, 0.9, 1.2],
  [0.15, 0.35, 0.55, 0.7, 0.85, 1.1, 1.3],
];
/** The peak in nodes that are busy throughout. */
const PEAK = [10, 300] as const;
/** Requests of the median step: 60 s of a fast service, longer of a slow one. */
const REQUESTS = 6_000;
const LEAST_SECONDS = 60;

/** Questions as planners have them: from single-threaded nodes to 32 workers, services of 5 to 200 ms, ladders with and without a saturated step, budgets of 1.3 to 3 times what the service alone takes. */
export function madeQuestion(number: number): MadeQuestion {
  const random = randomStream(20_261_122, number);
  const one = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const between = (low: number, high: number) => low * (high / low) ** random();
  const system = { serversPerNode: one(SERVERS), serviceTime: between(0.005, 0.2), shape: one(Object.keys(SHAPES) as Shape[]) };
  const most = system.serversPerNode / system.serviceTime;
  const percentile = one([95, 99]);
  return {
    number,
    system,
    ladder: one(LADDERS),
    seconds: Math.max(LEAST_SECONDS, Math.ceil(REQUESTS / (most * 0.6))),
    peakRate: between(...PEAK) * most,
    target: { percentile, limit: between(1.3, 3) * serviceQuantile(system, percentile) },
  };
}

const SAMPLES = 20_000;

function serviceQuantile(system: MadeSystem, percentile: number): number {
  const draw = serviceOf(system, randomStream(1, 1));
  return Float64Array.from({ length: SAMPLES }, draw).sort()[Math.floor((SAMPLES * percentile) / 100)]!;
}
