import type { HalfinWhittArguments } from '../../../models/queueing/erlang/halfin-whitt.ts';
import type { AbandonmentTarget } from '../../../models/queueing/servers/servers-for-abandonment.ts';
import type { DelayTarget } from '../../../models/queueing/servers/servers-for-delay.ts';
import type { ResponseTarget } from '../../../models/queueing/servers/servers-for-response.ts';
import { maybe, needed } from '../argument-spec.ts';
import { type CalcFunction, calcFunction } from '../calc-function.ts';
import { arrivalRate, delayProbability, load, retries, serviceRate } from './common-arguments.ts';

const calls = needed('parallel calls of a request, a whole number');

/** From a target to a number of servers, and what retries and failures do to it. */
export const sizingFunctions: readonly CalcFunction[] = [
  calcFunction<HalfinWhittArguments>(
    {
      name: 'halfin-whitt',
      about: 'probability of waiting from the staffing margin beta, or beta from the probability',
      args: {
        delayProbability: maybe('share of arrivals that may wait, above 0 and below 1 (0.2 for 20 %); either this or beta'),
        beta: maybe('β, servers above the load a in units of √a, above 0; either this or delayProbability'),
      },
      example: { beta: 1 },
    },
    async (args) => (await import('../../../models/queueing/erlang/halfin-whitt.ts')).halfinWhitt(args),
  ),
  calcFunction<DelayTarget>(
    {
      name: 'servers-for-delay',
      about: 'smallest number of servers for a probability of waiting, also under an uncertain load',
      args: {
        load,
        delayProbability,
        loadSd: maybe('standard deviation of the load as a share of its mean, 0 to 1 (0.2 for 20 %); 0 when left out'),
      },
      example: { load: 100, delayProbability: 0.1, loadSd: 0.2 },
    },
    async (args) => (await import('../../../models/queueing/servers/servers-for-delay.ts')).serversForDelay(args),
  ),
  calcFunction<ResponseTarget>(
    {
      name: 'servers-for-response',
      about: 'smallest number of servers for a percentile of the response',
      args: {
        arrivalRate,
        serviceTime: needed('S, mean service time, in the unit of time of the rate'),
        percentile: needed('in percent, such as 99'),
        budget: needed('longest response at that percentile, in the unit of serviceTime'),
      },
      example: { arrivalRate: 10, serviceTime: 0.1, percentile: 95, budget: 0.5 },
    },
    async (args) => (await import('../../../models/queueing/servers/servers-for-response.ts')).serversForResponse(args),
  ),
  calcFunction<AbandonmentTarget>(
    {
      name: 'servers-for-abandonment',
      about: 'smallest number of servers for a share that abandons',
      args: {
        arrivalRate,
        serviceRate,
        abandonRate: needed('θ, 1/mean patience, per unit of time, above 0'),
        abandonment: needed('largest share of arrivals that may leave without service, above 0 and below 1 (0.05 for 5 %)'),
      },
      example: { arrivalRate: 10, serviceRate: 1, abandonRate: 1, abandonment: 0.05 },
    },
    async (args) => (await import('../../../models/queueing/servers/servers-for-abandonment.ts')).serversForAbandonment(args),
  ),
  calcFunction<{ failure: number; retries: number }>(
    {
      name: 'retry-amplification',
      about: 'attempts per request when failures are retried',
      args: { failure: needed('share of attempts that fail, 0 to 1 (0.5 for 50 %)'), retries },
      example: { failure: 0.5, retries: 3 },
    },
    async (args) => (await import('../../../models/queueing/retries/retry-amplification.ts')).retryAmplification(args),
  ),
  calcFunction<{ capacity: number; retries: number }>(
    {
      name: 'self-healing-capacity',
      about: 'arrival rate from which a service recovers by itself under retries',
      args: { capacity: needed('completions per unit of time with all servers busy; the answer has the same unit'), retries },
      example: { capacity: 1200, retries: 3 },
    },
    async (args) => (await import('../../../models/queueing/retries/self-healing-capacity.ts')).selfHealingCapacity(args),
  ),
  calcFunction<{ needed: number; total: number; availability: number }>(
    {
      name: 'k-of-n',
      about: 'probability that enough of the servers are up',
      args: {
        needed: needed('servers that must be up, a whole number'),
        total: needed('servers in all, a whole number'),
        availability: needed('share of the time that a server is up, 0 to 1 (0.99 for 99 %)'),
      },
      example: { needed: 10, total: 11, availability: 0.99 },
    },
    async (args) => (await import('../../../models/reliability/k-of-n.ts')).kOfN(args),
  ),
  calcFunction<{ needed: number; zones: number }>(
    {
      name: 'zone-servers',
      about: 'servers over zones that tolerate the failure of one zone',
      args: { needed: needed('servers that must be up, a whole number'), zones: needed('equal zones, at least 2') },
      example: { needed: 40, zones: 3 },
    },
    async (args) => (await import('../../../models/reliability/zone-servers.ts')).zoneServers(args),
  ),
  calcFunction<{ calls: number; probability: number }>(
    {
      name: 'fan-out',
      about: 'probability that one of several parallel calls is slow',
      args: { calls, probability: needed('share of calls that are slow, 0 to 1 (0.01 for 1 %)') },
      example: { calls: 100, probability: 0.01 },
    },
    async (args) => (await import('../../../models/reliability/fan-out.ts')).fanOut(args),
  ),
  calcFunction<{ calls: number; percentile: number }>(
    {
      name: 'leaf-percentile',
      about: 'share of slow calls allowed at each leaf for a percentile of the whole',
      args: { calls, percentile: needed('of the whole request, in percent, such as 99') },
      example: { calls: 10, percentile: 99 },
    },
    async (args) => (await import('../../../models/reliability/leaf-percentile.ts')).leafPercentile(args),
  ),
];
