import type { ErlangAArguments } from '../../../models/queueing/erlang/erlang-a.ts';
import type { GgcArguments } from '../../../models/queueing/general/ggc.ts';
import type { RetrialArguments } from '../../../models/queueing/retries/retrial.ts';
import type { MmcArguments } from '../../../models/queueing/single-queue/mmc.ts';
import type { MmckArguments } from '../../../models/queueing/single-queue/mmck.ts';
import type { SimulateArguments } from '../../../models/simulation/simulate.ts';
import { maybe, needed } from '../argument-spec.ts';
import { type CalcFunction, calcFunction } from '../calc-function.ts';

interface LoadAndServers {
  readonly load: number;
  readonly servers: number;
}

const rates = { arrivalRate: needed(), serviceRate: needed(), servers: needed() };
const percentiles = maybe('numbers');

/** Queues in the steady state, exact or with a stated error. */
export const queueingFunctions: readonly CalcFunction[] = [
  calcFunction<LoadAndServers>(
    'erlang-b',
    'share of arrivals rejected in a system without a queue',
    { load: needed(), servers: needed() },
    async (args) => (await import('../../../models/queueing/erlang/erlang-b.ts')).erlangB(args.servers, args.load),
  ),
  calcFunction<LoadAndServers>('erlang-c', 'share of arrivals that wait', { load: needed(), servers: needed() }, async (args) =>
    (await import('../../../models/queueing/erlang/erlang-c.ts')).erlangC(args.servers, args.load),
  ),
  calcFunction<MmcArguments>('mmc', 'wait and response of equal servers, exponential times', { ...rates, percentiles }, async (args) =>
    (await import('../../../models/queueing/single-queue/mmc.ts')).mmc(args),
  ),
  calcFunction<MmckArguments>('mmck', 'equal servers with a bounded queue', { ...rates, capacity: needed() }, async (args) =>
    (await import('../../../models/queueing/single-queue/mmck.ts')).mmck(args),
  ),
  calcFunction<{ utilisation: number; serviceTime: number; percentiles: number[] }>(
    'md1',
    'wait of one server with constant service time',
    { utilisation: needed(), serviceTime: needed(), percentiles: needed('numbers') },
    async (args) => (await import('../../../models/queueing/single-queue/md1.ts')).md1(args),
  ),
  calcFunction<GgcArguments>(
    'ggc',
    'wait of equal servers with any variability, with its error bound',
    { ...rates, ca2: needed(), cs2: needed(), percentiles },
    async (args) => (await import('../../../models/queueing/general/ggc.ts')).ggc(args),
  ),
  calcFunction<{ arrivalRate: number; utilisation: number; ca2: number; cs2: number }>(
    'gi1-bounds',
    'bounds on the mean wait of one server from two moments',
    { arrivalRate: needed(), utilisation: needed(), ca2: needed(), cs2: needed() },
    async (args) => (await import('../../../models/queueing/general/gi1-bounds.ts')).gi1Bounds(args),
  ),
  calcFunction<ErlangAArguments>(
    'erlang-a',
    'equal servers with impatient customers',
    { ...rates, abandonRate: needed(), room: maybe(), within: maybe(), percentiles },
    async (args) => (await import('../../../models/queueing/erlang/erlang-a.ts')).erlangA(args),
  ),
  calcFunction<RetrialArguments>(
    'retrial',
    'equal servers with retrials of rejected customers',
    { ...rates, retryRate: needed(), leaveProbability: maybe() },
    async (args) => (await import('../../../models/queueing/retries/retrial.ts')).retrial(args),
  ),
  calcFunction<SimulateArguments>(
    'simulate',
    'wait of equal servers by simulation',
    {
      ...rates,
      arrivals: needed(['poisson', 'even']),
      service: needed(['exponential', 'deterministic', 'erlang2', 'h2']),
      customers: needed(),
      seed: needed(),
    },
    async (args) => (await import('../../../models/simulation/simulate.ts')).simulate(args),
  ),
];
