import { smallestWhole } from '../../../models/numeric/search.ts';
import { fcfsWaits } from '../../../models/simulation/fcfs-waits.ts';
import { randomStream } from '../../../models/simulation/random-stream.ts';
import { type MadeQuestion, serviceOf } from './made-system.ts';

const WARM_UP_SHARE = 0.1;

/**
 * The true answer: smallest number of nodes whose simulated percentile keeps the budget. One line for all nodes, as the plan takes it.
 * The same people come to every number of nodes, so one node more never looks worse by chance.
 */
export function trueNodes({ number, system, peakRate, target }: MadeQuestion, customers: number): number {
  const from = Math.floor((peakRate * system.serviceTime) / system.serversPerNode) + 1;
  const allowed = Math.floor(((100 - target.percentile) / 100) * customers * (1 - WARM_UP_SHARE));
  return smallestWhole(from, (nodes) => {
    const gap = randomStream(number, 1_000_001);
    const service = serviceOf(system, randomStream(number, 1_000_002));
    const services = new Float64Array(customers);
    let served = 0;
    const waits = fcfsWaits({
      servers: nodes * system.serversPerNode,
      customers,
      interarrival: () => -Math.log(gap()) / peakRate,
      service: () => {
        services[served] = service();
        return services[served++]!;
      },
    });
    let late = 0;
    for (let i = Math.ceil(customers * WARM_UP_SHARE); i < customers; i++) if (waits[i]! + services[i]! > target.limit) late++;
    return late <= allowed;
  });
}
