import type { FaultAction } from '../../../workload/surge/fault.ts';
import { sayDuration, sayShare } from '../../units/say-units.ts';

/**
 * What a fault is called unless it has a title.
 *
 * @example faultTitle({ kind: 'partition', between: 'app-ledger', direction: 'replies', share: 1 }) // => 'app-ledger: replies are lost'
 * @example faultTitle({ kind: 'capacity', on: 'ledger', to: 0.5 }) // => 'ledger: 50 % of its capacity'
 * @example faultTitle({ kind: 'slow-start', node: 2, times: 4 }) // => 'node 2 starts slowly (× 4)'
 */
export function faultTitle(action: FaultAction): string {
  switch (action.kind) {
    case 'partition': {
      const what = action.direction === 'both' ? 'requests and replies' : action.direction;
      return `${action.between}: ${action.share < 1 ? `${sayShare(action.share)} of ` : ''}${what} are lost`;
    }
    case 'latency': {
      const parts = [...(action.times === 1 ? [] : [`× ${action.times}`]), ...(action.plus === 0 ? [] : [`+ ${sayDuration(action.plus)}`])];
      return `${action.on}: latency ${parts.join(' ')}`;
    }
    case 'errors':
      return `${action.on}: ${sayShare(action.share)} errors`;
    case 'capacity':
      return `${action.on}: ${sayShare(action.to)} of its capacity`;
    case 'kill-node':
      return `node ${action.node} is gone`;
    case 'restart-node':
      return `node ${action.node} restarts`;
    case 'slow-start':
      return `node ${action.node} starts slowly (× ${action.times})`;
    case 'command':
      return action.run.join(' ');
  }
}

/**
 * What a fault changes; two faults that change the same must not overlap.
 *
 * @example subjectOf({ kind: 'kill-node', node: 1 }) // => 'node 1'
 */
export function subjectOf(action: FaultAction): string {
  switch (action.kind) {
    case 'partition':
      return `partition ${action.between}`;
    case 'kill-node':
    case 'restart-node':
    case 'slow-start':
      return `node ${action.node}`;
    case 'command':
      return `command ${action.run.join(' ')}`;
    default:
      return `${action.kind} ${action.on}`;
  }
}
