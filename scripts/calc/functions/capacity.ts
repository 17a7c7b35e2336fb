import type { ClosedNetwork } from '../../../models/network/closed-network.ts';
import type { KneedleArguments } from '../../../models/scalability/kneedle.ts';
import type { UslFitArguments } from '../../../models/scalability/usl-fit.ts';
import { maybe, needed } from '../argument-spec.ts';
import { type CalcFunction, calcFunction } from '../calc-function.ts';

const network = {
  stations: needed('tiers: demand is visits × service time of one trip, in any unit of time; servers is 1 when left out', 'stations'),
  think: needed('Z, mean time between a response and the next request, in the same unit'),
  population: needed('N, users, a whole number'),
};
const tiers = { stations: [{ demand: 0.2, servers: 4 }, { demand: 0.05 }], think: 1, population: 30 };

/** From measured steps to a capacity, and networks of several tiers. */
export const capacityFunctions: readonly CalcFunction[] = [
  calcFunction<ClosedNetwork>(
    { name: 'mva', about: 'throughput and response of a fixed number of users over several stations', args: network, example: tiers },
    async (args) => (await import('../../../models/network/mva.ts')).mva(args),
  ),
  calcFunction<ClosedNetwork>(
    { name: 'mva-bounds', about: 'bounds on the throughput of a closed network', args: network, example: tiers },
    async (args) => (await import('../../../models/network/mva-bounds.ts')).mvaBounds(args),
  ),
  calcFunction<UslFitArguments>(
    {
      name: 'usl-fit',
      about: 'contention and coherency from throughput at several loads',
      args: {
        load: needed('concurrency or nodes of each step, above 0', 'numbers'),
        throughput: needed('completions per unit of time measured at each', 'numbers'),
        confidence: maybe('of the intervals, above 0 and below 1 (0.95 for 95 %); 0.95 when left out'),
      },
      example: { load: [1, 2, 4, 8], throughput: [10, 18, 30, 40] },
    },
    async (args) => (await import('../../../models/scalability/usl-fit.ts')).uslFit(args),
  ),
  calcFunction<KneedleArguments>(
    {
      name: 'kneedle',
      about: 'x of the knee of a curve',
      args: {
        x: maybe('rising; 0, 1, 2, … when left out; the answer has its unit', 'numbers'),
        y: needed('one value for each x', 'numbers'),
        curve: needed('which way it bends', ['concave', 'convex']),
        direction: needed('which way it goes', ['increasing', 'decreasing']),
        sensitivity: maybe('fall of the difference curve that ends the search, in mean steps of x; 1 when left out'),
        online: maybe('goes on after the first knee and answers with the last', 'boolean'),
      },
      example: { y: [0, 60, 80, 85, 90, 95, 96, 97, 98, 99], curve: 'concave', direction: 'increasing', online: false },
    },
    async (args) => (await import('../../../models/scalability/kneedle.ts')).kneedle(args),
  ),
  calcFunction<{ values: number[] }>(
    {
      name: 'mser5',
      about: 'warm-up to cut from a series, and the mean of the rest',
      args: { values: needed('in order of time, at equal distances, in any unit', 'numbers') },
      example: { values: [90, 70, 50, 30, 20, ...Array(25).fill(10)] },
    },
    async (args) => (await import('../../../models/statistics/mser5.ts')).mser5(args.values),
  ),
];
