import { type Random, randomFrom } from '../../../../models/workload/users/random.ts';
import { drawTimes } from '../simulator/draw-times.ts';
import type { Arrivals, Balancer, System, Times } from '../simulator/system.ts';
import { ladderOf } from './ladder-of.ts';
import type { SharedLimit, SystemQuestion } from './system-question.ts';

const SEED = 20_261_129;

/** What comes together in a dozen systems, each dealt out by itself: a quarter exponential, half in bursts, a third with a database. */
const DOZEN: { readonly balancers: readonly Balancer[]; readonly shapes: readonly Times['shape'][]; readonly bursts: readonly boolean[] } =
  {
    balancers: ['shared', 'round-robin', 'random', 'fewest-requests'].flatMap((one) => Array<Balancer>(3).fill(one as Balancer)),
    shapes: [
      ...Array<Times['shape']>(3).fill('exponential'),
      ...Array<Times['shape']>(3).fill('lognormal'),
      ...['two exponentials', 'two exponentials', 'erlang', 'erlang', 'constant', 'constant'],
    ] as Times['shape'][],
    bursts: Array.from({ length: 12 }, (_, i) => i % 2 === 0),
  };
const LIMITS = (dozen: number): SharedLimit[] => [
  'below',
  'below',
  'above',
  dozen % 2 === 0 ? 'far' : 'beyond',
  ...Array<SharedLimit>(8).fill('none'),
];

/** Variability of the shapes that have one to choose. */
const CS2: Partial<Record<Times['shape'], readonly number[]>> = {
  lognormal: [0.3, 1, 2],
  'two exponentials': [2, 4],
  erlang: [0.5, 0.25],
};
const WORKERS = [1, 2, 4, 8, 16];
/** The peak in nodes that are busy throughout. */
const PEAK_NODES = [4, 30] as const;
/** Most arrivals in a burst: else their truth takes longer to simulate than all others together. */
const BURST_ARRIVALS = 1_500;
const SAMPLES = 100_000;

interface Draw {
  readonly random: Random;
  one<Item>(items: readonly Item[]): Item;
  /** Between two values, even on a scale of ratios. */
  between(low: number, high: number): number;
}

/** Questions as planners have them, with a system each; the first are always the same whatever their number. */
export function randomQuestions(count: number, seed = SEED): SystemQuestion[] {
  return Array.from({ length: Math.ceil(count / 12) }, (_, dozen) => {
    const random = randomFrom(seed, dozen, 0);
    const balancers = shuffled(DOZEN.balancers, random);
    const shapes = shuffled(DOZEN.shapes, random);
    const bursts = shuffled(DOZEN.bursts, random);
    const limits = shuffled(LIMITS(dozen), random);
    return balancers.map((balancer, i) =>
      questionOf(12 * dozen + i, { balancer, shape: shapes[i]!, bursts: bursts[i]!, shared: limits[i]! }, seed),
    );
  })
    .flat()
    .slice(0, count);
}

interface Kind {
  readonly balancer: Balancer;
  readonly shape: Times['shape'];
  readonly bursts: boolean;
  readonly shared: SharedLimit;
}

function questionOf(number: number, kind: Kind, seed: number): SystemQuestion {
  const draw = drawOf(randomFrom(seed, number, 1));
  const arrivals = arrivalsOf(kind.bursts, draw);
  const { system, peakRate } = kind.shared === 'none' ? nodesAlone(kind, draw) : withDatabase(kind, arrivals, draw);
  const percentile = draw.one([95, 99]);
  const longer = draw.between(1.3, 3);
  const slower = arrivals.kind === 'bursts' ? Math.max(1, (peakRate * arrivals.seconds) / BURST_ARRIVALS) : 1;
  const slowed = slowedBy(system, slower);
  return {
    number,
    system: slowed,
    arrivals,
    peakRate: peakRate / slower,
    target: { percentile, limit: longer * serviceQuantile(slowed, percentile) },
    ...ladderOf(slowed, draw),
    shared: kind.shared,
  };
}

function nodesAlone({ balancer, shape }: Kind, draw: Draw): { system: System; peakRate: number } {
  const workers = draw.one(WORKERS);
  const service = timesOf(shape, draw.between(0.01, 0.2), draw);
  const peakRate = (draw.between(...PEAK_NODES) * workers) / service.mean;
  return { system: { workers, service, balancer, database: null }, peakRate };
}

/** Limit of the database in what a node can do, and the peak as a share of that limit; where it is to be below, so are its bursts. */
const PLACES: Record<Exclude<SharedLimit, 'none'>, { limit: readonly [number, number]; peak: readonly [number, number] }> = {
  below: { limit: [1.6, 3.4], peak: [0.6, 0.9] },
  above: { limit: [1.6, 3.4], peak: [1.2, 2] },
  beyond: { limit: [5, 10], peak: [1.2, 2] },
  far: { limit: [10, 40], peak: [0.4, 0.6] },
};

function withDatabase({ balancer, shape, shared }: Kind, arrivals: Arrivals, draw: Draw): { system: System; peakRate: number } {
  const place = PLACES[shared as Exclude<SharedLimit, 'none'>];
  const workers = draw.one(WORKERS.filter((one) => one >= 4));
  const whole = draw.between(0.02, 0.2);
  const limit = (draw.between(...place.limit) * workers) / whole;
  const connections = Math.max(1, Math.round(limit * draw.between(0.2, 0.4) * whole));
  const query = timesOf(draw.one(['exponential', 'lognormal', 'erlang']), connections / limit, draw);
  const service = timesOf(shape, whole - query.mean, draw);
  const bursts = arrivals.kind === 'bursts' && place.peak[0] < 1 ? 1 + arrivals.swing : 1;
  const peakRate = (limit * draw.between(...place.peak)) / bursts;
  return { system: { workers, service, balancer, database: { connections, query } }, peakRate };
}

function timesOf(shape: Times['shape'], mean: number, draw: Draw): Times {
  const fixed = shape === 'constant' ? 0 : 1;
  return { shape, mean, cs2: CS2[shape] === undefined ? fixed : draw.one(CS2[shape]) };
}

const arrivalsOf = (bursts: boolean, draw: Draw): Arrivals =>
  bursts ? { kind: 'bursts', seconds: draw.one([0.2, 1, 5]), swing: draw.one([0.5, 1]) } : { kind: 'poisson' };

function slowedBy(system: System, factor: number): System {
  const slow = (times: Times): Times => ({ ...times, mean: times.mean * factor });
  const { service, database } = system;
  return {
    ...system,
    service: slow(service),
    database: database && { ...database, query: slow(database.query) },
  };
}

/** Percentile of the work of a request, were there no other. */
function serviceQuantile({ service, database }: System, percentile: number): number {
  const times = drawTimes(service, SAMPLES, randomFrom(1, 1));
  if (database !== null) {
    const queries = drawTimes(database.query, SAMPLES, randomFrom(1, 2));
    for (let i = 0; i < SAMPLES; i++) times[i]! += queries[i]!;
  }
  return times.sort()[Math.floor((SAMPLES * percentile) / 100)]!;
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  return order;
}

const drawOf = (random: Random): Draw => ({
  random,
  one: (items) => items[Math.floor(random() * items.length)]!,
  between: (low, high) => low * (high / low) ** random(),
});
