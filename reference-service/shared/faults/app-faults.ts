import type { FaultAction } from '../../../models/workload/surge/fault.ts';
import type { Fleet } from '../simulation/fleet.ts';
import { strainOf } from '../simulation/strain.ts';

/** What the parent may order an app. `ends` is left out at the beginning of a fault; `seconds` is how long it lasts. */
export interface FaultOrder {
  readonly fault: FaultAction;
  readonly seconds: number;
  readonly ends?: true;
}

/** Begins or ends a fault within the app. Throws a sentence for a fault that an app cannot do. */
export function obeyFault({ fault, seconds, ends = undefined }: FaultOrder, fleet: Fleet): void {
  const isOver = ends === true;
  switch (fault.kind) {
    case 'latency':
      Object.assign(strainOf(fault.on), isOver ? { times: 1, plus: 0 } : { times: fault.times, plus: fault.plus });
      break;
    case 'errors':
      strainOf(fault.on).errors = isOver ? 0 : fault.share;
      break;
    case 'capacity':
      strainOf(fault.on).capacity = isOver ? 1 : fault.to;
      break;
    case 'kill-node':
      if (!isOver) fleet.kill(fault.node - 1);
      break;
    case 'restart-node':
      if (isOver) fleet.revive(fault.node - 1);
      else fleet.kill(fault.node - 1);
      break;
    case 'slow-start':
      fleet.slow(fault.node - 1, isOver ? 1 : fault.times, 1_000 * seconds);
      break;
    default:
      throw new Error(`an app cannot do a fault of kind ${fault.kind}`);
  }
}
