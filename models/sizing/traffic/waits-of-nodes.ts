import { type NodeWorld, poolOf } from '../../capacity/laws/node-world.ts';
import { arrivalGaps } from '../../simulation/arrival-gaps.ts';
import { fcfsWaits } from '../../simulation/fcfs-waits.ts';
import { fewestRequestsWaits } from '../../simulation/fewest-requests-waits.ts';
import { randomStream } from '../../simulation/random-stream.ts';
import { serviceQuantiles } from './service-quantiles.ts';

/** One seed for all plans: two rates, two numbers of nodes and two balancers are compared on the same customers. */
const SEED = 20_261_129;

/**
 * Waits of requests at nodes behind their balancer, by simulation from empty nodes, as a function of the arrival rate.
 *
 * In turn and at random one node alone is simulated: it sees every nth arrival, or any with the chance of 1/n, whatever the others do.
 * Source: `arrivalGaps`, `fcfsWaits`, `fewestRequestsWaits`.
 */
export function waitsOfNodes(world: NodeWorld, nodes: number, customers: number): (rate: number) => Float64Array {
  const { servers, ca2, share, service } = poolOf(world, nodes);
  const time = serviceQuantiles(service);
  return (rate) => {
    const uniform = randomStream(SEED, 1);
    const interarrival = arrivalGaps({ mean: 1 / (rate * share), ca2, bursts: world.bursts }, randomStream(SEED, 0));
    const queue = { customers, interarrival, service: () => time(uniform()) };
    if (world.balancer !== 'fewest-requests') return fcfsWaits({ ...queue, servers });
    return fewestRequestsWaits({ ...queue, nodes, servers: world.serversPerNode, random: randomStream(SEED, 2) });
  };
}
