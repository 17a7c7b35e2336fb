import type { HalfinWhittArguments } from '../../../models/queueing/erlang/halfin-whitt.ts';
import type { AbandonmentTarget } from '../../../models/queueing/servers/servers-for-abandonment.ts';
import type { DelayTarget } from '../../../models/queueing/servers/servers-for-delay.ts';
import type { ResponseTarget } from '../../../models/queueing/servers/servers-for-response.ts';
import { maybe, needed } from '../argument-spec.ts';
import { type CalcFunction, calcFunction } from '../calc-function.ts';

/** From a target to a number of servers, and what retries and failures do to it. */
export const sizingFunctions: readonly CalcFunction[] = [
  calcFunction<HalfinWhittArguments>(
    'halfin-whitt',
    'probability of waiting from the staffing margin beta, or beta from the probability',
    { delayProbability: maybe(), beta: maybe() },
    async (args) => (await import('../../../models/queueing/erlang/halfin-whitt.ts')).halfinWhitt(args),
  ),
  calcFunction<DelayTarget>(
    'servers-for-delay',
    'smallest number of servers for a probability of waiting, also under an uncertain load',
    { load: needed(), delayProbability: needed(), loadSd: maybe() },
    async (args) => (await import('../../../models/queueing/servers/servers-for-delay.ts')).serversForDelay(args),
  ),
  calcFunction<ResponseTarget>(
    'servers-for-response',
    'smallest number of servers for a percentile of the response',
    { arrivalRate: needed(), serviceTime: needed(), percentile: needed(), budget: needed() },
    async (args) => (await import('../../../models/queueing/servers/servers-for-response.ts')).serversForResponse(args),
  ),
  calcFunction<AbandonmentTarget>(
    'servers-for-abandonment',
    'smallest number of servers for a share that abandons',
    { arrivalRate: needed(), serviceRate: needed(), abandonRate: needed(), abandonment: needed() },
    async (args) => (await import('../../../models/queueing/servers/servers-for-abandonment.ts')).serversForAbandonment(args),
  ),
  calcFunction<{ failure: number; retries: number }>(
    'retry-amplification',
    'attempts per request when failures are retried',
    { failure: needed(), retries: needed() },
    async (args) => (await import('../../../models/queueing/retries/retry-amplification.ts')).retryAmplification(args),
  ),
  calcFunction<{ capacity: number; retries: number }>(
    'self-healing-capacity',
    'arrival rate from which a service recovers by itself under retries',
    { capacity: needed(), retries: needed() },
    async (args) => (await import('../../../models/queueing/retries/self-healing-capacity.ts')).selfHealingCapacity(args),
  ),
  calcFunction<{ needed: number; total: number; availability: number }>(
    'k-of-n',
    'probability that enough of the servers are up',
    { needed: needed(), total: needed(), availability: needed() },
    async (args) => (await import('../../../models/reliability/k-of-n.ts')).kOfN(args),
  ),
  calcFunction<{ needed: number; zones: number }>(
    'zone-servers',
    'servers over zones that tolerate the failure of one zone',
    { needed: needed(), zones: needed() },
    async (args) => (await import('../../../models/reliability/zone-servers.ts')).zoneServers(args),
  ),
  calcFunction<{ calls: number; probability: number }>(
    'fan-out',
    'probability that one of several parallel calls is slow',
    { calls: needed(), probability: needed() },
    async (args) => (await import('../../../models/reliability/fan-out.ts')).fanOut(args),
  ),
  calcFunction<{ calls: number; percentile: number }>(
    'leaf-percentile',
    'share of slow calls allowed at each leaf for a percentile of the whole',
    { calls: needed(), percentile: needed() },
    async (args) => (await import('../../../models/reliability/leaf-percentile.ts')).leafPercentile(args),
  ),
];
