import type { ClosedNetwork } from '../../../models/network/closed-network.ts';
import type { KneedleArguments } from '../../../models/scalability/kneedle.ts';
import type { UslFitArguments } from '../../../models/scalability/usl-fit.ts';
import { maybe, needed } from '../argument-spec.ts';
import { type CalcFunction, calcFunction } from '../calc-function.ts';

const network = { stations: needed('stations'), think: needed(), population: needed() };

/** From measured steps to a capacity, and networks of several tiers. */
export const capacityFunctions: readonly CalcFunction[] = [
  calcFunction<ClosedNetwork>('mva', 'throughput and response of a fixed number of users over several stations', network, async (args) =>
    (await import('../../../models/network/mva.ts')).mva(args),
  ),
  calcFunction<ClosedNetwork>('mva-bounds', 'bounds on the throughput of a closed network', network, async (args) =>
    (await import('../../../models/network/mva-bounds.ts')).mvaBounds(args),
  ),
  calcFunction<UslFitArguments>(
    'usl-fit',
    'contention and coherency from throughput at several loads',
    { load: needed('numbers'), throughput: needed('numbers'), confidence: maybe() },
    async (args) => (await import('../../../models/scalability/usl-fit.ts')).uslFit(args),
  ),
  calcFunction<KneedleArguments>(
    'kneedle',
    'x of the knee of a curve',
    {
      x: maybe('numbers'),
      y: needed('numbers'),
      curve: needed(['concave', 'convex']),
      direction: needed(['increasing', 'decreasing']),
      sensitivity: maybe(),
      online: maybe('boolean'),
    },
    async (args) => (await import('../../../models/scalability/kneedle.ts')).kneedle(args),
  ),
  calcFunction<{ values: number[] }>(
    'mser5',
    'warm-up to cut from a series, and the mean of the rest',
    { values: needed('numbers') },
    async (args) => (await import('../../../models/statistics/mser5.ts')).mser5(args.values),
  ),
];
