import { zoneServers } from '../../reliability/zone-servers.ts';
import type { SizingPolicy } from '../policy.ts';

/**
 * Nodes to run so that enough are left with one node, a zone or a release out: the most of the situations of a plan.
 *
 *   max(n + 1, n + out, z⌈n/(z − 1)⌉)
 *
 * @example spareNodes(8, { zones: 3, deployOut: 1 }) // => 12
 * @example spareNodes(8, { zones: 1, deployOut: 3 }) // => 11
 */
export function spareNodes(alone: number, { zones, deployOut }: Pick<SizingPolicy, 'zones' | 'deployOut'>): number {
  return Math.max(alone + 1, alone + deployOut, zones > 1 ? zoneServers({ needed: alone, zones }) : 0);
}
