import { smallestWhole } from '../numeric/search.ts';
import type { SizingPolicy } from './policy.ts';

/** Something that takes nodes away at the peak. */
export interface Loss {
  readonly name: 'n+1' | 'zone-lost' | 'deploy';
  readonly left: (nodes: number) => number;
  /** Numbers of nodes are multiples of this. */
  readonly stride: number;
  readonly reason: (nodes: number) => string;
  /** As the subject of a sentence, and how to do without it. */
  readonly subject: string;
  readonly remedy: string;
}

/** What a plan is made to survive. */
export function lossesOf({ zones, deployOut }: Pick<SizingPolicy, 'zones' | 'deployOut'>): Loss[] {
  const zone: Loss = {
    name: 'zone-lost',
    left: (nodes) => nodes - Math.ceil(nodes / zones),
    stride: zones,
    reason: (nodes) => `one of ${zones} zones fails, and the other ${nodes - nodes / zones} nodes still carry the peak`,
    subject: 'a lost zone',
    remedy: '--zones 1',
  };
  return [
    {
      name: 'n+1',
      left: (nodes) => nodes - 1,
      stride: 1,
      reason: () => 'any one node fails at the peak',
      subject: 'a lost node',
      remedy: 'fewer people at a time',
    },
    ...(zones > 1 ? [zone] : []),
    {
      name: 'deploy',
      left: (nodes) => nodes - deployOut,
      stride: 1,
      reason: () => `a release takes ${deployOut} ${deployOut === 1 ? 'node' : 'nodes'} out at the peak`,
      subject: 'a deploy',
      remedy: 'policy.deployOut 0',
    },
  ];
}

/** The smallest number of nodes of which enough are left. */
export const nodesLeaving = (least: number, { left, stride }: Loss): number =>
  stride * smallestWhole(Math.ceil(least / stride), (count) => left(count * stride) >= least);

/**
 * Nodes to run so that enough are left with one node, a zone or a release out: the most of the situations of a plan.
 *
 * @example spareNodes(8, { zones: 3, deployOut: 1 }) // => 12
 * @example spareNodes(8, { zones: 1, deployOut: 3 }) // => 11
 */
export function spareNodes(alone: number, policy: Pick<SizingPolicy, 'zones' | 'deployOut'>): number {
  return Math.max(...lossesOf(policy).map((loss) => nodesLeaving(alone, loss)));
}
