import { describe, expect, it } from 'vitest';
import { fitCapacity } from '../../../../models/capacity/fit-capacity.ts';
import { countedErrors } from '../../../../models/capacity/gate/counted-errors.ts';
import type { CapacityStep } from '../../../../models/results/plan/capacity.ts';
import { bucketOf, decodeCells, encodeCells } from '../../../../models/workload/log/histogram.ts';
import { madeLadder, madeStep } from '../made-step.ts';

/** A node of 8 servers and 40 ms: 200/s at most. */
const SYSTEM = { servers: 8, serviceTime: 0.04, cs2: 0.5, seed: 7 };
const LADDER = madeLadder(SYSTEM);
const OPTIONS = { balancer: 'shared', ca2: 1, seed: 1, resamples: 1 } as const;

/** A node that is always in use and refuses a share of its requests within a millisecond, which are counted as answers. */
function refusing(share: number): CapacityStep {
  const step = madeStep(SYSTEM, 185);
  const times = 1 / (1 - share);
  return {
    ...step,
    name: `${share}`,
    offeredRate: step.offeredRate * times,
    achievedRate: step.achievedRate * times,
    utilisation: 0.995,
    blocks: step.blocks.map((block) => {
      const refused = Math.round(block.answered * (times - 1));
      return { answered: block.answered + refused, cells: encodeCells(new Map([[bucketOf(1), refused], ...decodeCells(block.cells)])) };
    }),
  };
}

describe('errors that are counted as answers', () => {
  it('are warned of, and utilisation is believed, where three steps of eight have them', () => {
    const { warnings, best } = fitCapacity([...LADDER, ...[0.2, 0.3, 0.4].map(refusing)], OPTIONS);
    expect(warnings.join('\n')).toContain('errors seem to be counted as answers in 3 steps (0.2, 0.3, 0.4), so they are left out');
    expect(warnings.join('\n')).not.toContain('utilisation');
    expect(best.serversPerNode / best.service.mean).toBeGreaterThan(190);
    expect(best.serversPerNode / best.service.mean).toBeLessThan(210);
  });

  it('do not excuse a utilisation that contradicts itself below full', () => {
    const odd = LADDER.map((step, i) => ({ ...step, utilisation: i % 2 === 0 ? step.utilisation : 0.1 }));
    expect(fitCapacity(odd, OPTIONS).warnings.join('\n')).toContain('utilisation does not grow with the rate');
  });

  it('are named in one step, and in none', () => {
    const refused = { step: refusing(0.2), reason: 'x: errors counted as answers? count them in failed', throughput: false };
    expect(countedErrors([refused])[0]).toContain('in a step (0.2), so it is left out');
    expect(countedErrors([{ ...refused, reason: 'slow' }])).toEqual([]);
  });
});
