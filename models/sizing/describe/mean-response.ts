import { type NodeWorld, responseTail } from '../../capacity/laws/node-world.ts';
import { areaUnderTail } from '../../numeric/area-under-tail.ts';

/**
 * Mean response time of nodes at an arrival rate, in the unit of the service time, as the area under its tail; that of the service alone where the queue would
 * grow without end.
 */
export function meanResponse(world: NodeWorld, nodes: number, rate: number): number {
  const tail = responseTail(world, nodes, rate);
  return tail === null ? world.service.mean : areaUnderTail(tail, world.service.mean);
}
