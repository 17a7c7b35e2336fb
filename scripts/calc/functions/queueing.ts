import type { ErlangAArguments } from '../../../models/queueing/erlang/erlang-a.ts';
import type { GgcArguments } from '../../../models/queueing/general/ggc.ts';
import type { RetrialArguments } from '../../../models/queueing/retries/retrial.ts';
import type { MmcArguments } from '../../../models/queueing/single-queue/mmc.ts';
import type { MmckArguments } from '../../../models/queueing/single-queue/mmck.ts';
import type { SimulateArguments } from '../../../models/simulation/simulate.ts';
import { maybe, needed } from '../argument-spec.ts';
import { type CalcFunction, calcFunction } from '../calc-function.ts';
import { arrivalRate, ca2, cs2, load, percentiles, rates, servers } from './common-arguments.ts';

interface LoadAndServers {
  readonly load: number;
  readonly servers: number;
}

const pool = { arrivalRate: 8, serviceRate: 1, servers: 10 };

/** Queues in the steady state, exact or with a stated error. */
export const queueingFunctions: readonly CalcFunction[] = [
  calcFunction<LoadAndServers>(
    {
      name: 'erlang-b',
      about: 'share of arrivals rejected in a system without a queue',
      args: { load, servers },
      example: { load: 20, servers: 10 },
    },
    async (args) => (await import('../../../models/queueing/erlang/erlang-b.ts')).erlangB(args.servers, args.load),
  ),
  calcFunction<LoadAndServers>(
    { name: 'erlang-c', about: 'share of arrivals that wait', args: { load, servers }, example: { load: 20, servers: 25 } },
    async (args) => (await import('../../../models/queueing/erlang/erlang-c.ts')).erlangC(args.servers, args.load),
  ),
  calcFunction<MmcArguments>(
    {
      name: 'mmc',
      about: 'wait and response of equal servers, exponential times',
      args: { ...rates, percentiles },
      example: { ...pool, percentiles: [95, 99] },
    },
    async (args) => (await import('../../../models/queueing/single-queue/mmc.ts')).mmc(args),
  ),
  calcFunction<MmckArguments>(
    {
      name: 'mmck',
      about: 'equal servers with a bounded queue',
      args: { ...rates, capacity: needed('K, places in all: those in service and those waiting') },
      example: { ...pool, capacity: 12 },
    },
    async (args) => (await import('../../../models/queueing/single-queue/mmck.ts')).mmck(args),
  ),
  calcFunction<{ utilisation: number; serviceTime: number; percentiles: number[] }>(
    {
      name: 'md1',
      about: 'wait of one server with constant service time',
      args: {
        utilisation: needed('ρ, share of the time that the server is busy, above 0 and below 1 (0.5 for 50 %)'),
        serviceTime: needed('S, time of a service, in any unit of time; waits are answered in the same'),
        percentiles: needed('in percent, such as 95,99', 'numbers'),
      },
      example: { utilisation: 0.5, serviceTime: 1, percentiles: [99] },
    },
    async (args) => (await import('../../../models/queueing/single-queue/md1.ts')).md1(args),
  ),
  calcFunction<GgcArguments>(
    {
      name: 'ggc',
      about: 'wait of equal servers with any variability, with its error bound',
      args: { ...rates, ca2, cs2, percentiles },
      example: { ...pool, ca2: 1, cs2: 2 },
    },
    async (args) => (await import('../../../models/queueing/general/ggc.ts')).ggc(args),
  ),
  calcFunction<{ arrivalRate: number; utilisation: number; ca2: number; cs2: number }>(
    {
      name: 'gi1-bounds',
      about: 'bounds on the mean wait of one server from two moments',
      args: {
        arrivalRate,
        utilisation: needed('ρ, share of the time that the server is busy, above 0 and below 1 (0.5 for 50 %)'),
        ca2,
        cs2,
      },
      example: { arrivalRate: 1, utilisation: 0.5, ca2: 4, cs2: 4 },
    },
    async (args) => (await import('../../../models/queueing/general/gi1-bounds.ts')).gi1Bounds(args),
  ),
  calcFunction<ErlangAArguments>(
    {
      name: 'erlang-a',
      about: 'equal servers with impatient customers',
      args: {
        ...rates,
        abandonRate: needed('θ, 1/mean patience, per unit of time; 0 for unlimited patience'),
        room: maybe('places to wait beside the servers; no bound when left out'),
        within: maybe('time of the service level, in the unit of time of the rates'),
        percentiles,
      },
      example: { ...pool, abandonRate: 0.5, room: 5, within: 0.1, percentiles: [99] },
    },
    async (args) => (await import('../../../models/queueing/erlang/erlang-a.ts')).erlangA(args),
  ),
  calcFunction<RetrialArguments>(
    {
      name: 'retrial',
      about: 'equal servers with retrials of rejected customers',
      args: {
        ...rates,
        retryRate: needed('retries per unit of time of each person who was rejected'),
        leaveProbability: maybe('share who give up after a failed retry, 0 to 1 (0.1 for 10 %); 0 when left out'),
      },
      example: { ...pool, retryRate: 1, leaveProbability: 0.1 },
    },
    async (args) => (await import('../../../models/queueing/retries/retrial.ts')).retrial(args),
  ),
  calcFunction<SimulateArguments>(
    {
      name: 'simulate',
      about: 'wait of equal servers by simulation',
      args: {
        ...rates,
        arrivals: needed('spacing of the arrivals', ['poisson', 'even']),
        service: needed('shape of the service time; h2 has a squared coefficient of variation of 4', [
          'exponential',
          'deterministic',
          'erlang2',
          'h2',
        ]),
        customers: needed('customers simulated, a whole number from 250 to 20,000,000'),
        seed: needed('whole number; the same seed gives the same customers'),
      },
      example: { ...pool, arrivals: 'even', service: 'h2', customers: 100_000, seed: 1 },
    },
    async (args) => (await import('../../../models/simulation/simulate.ts')).simulate(args),
  ),
];
