import type { CapacityFile } from '../../../../models/results/plan/capacity.ts';
import { randomFrom } from '../../../../models/workload/users/random.ts';
import { foldedStep } from '../folded-step.ts';
import { drawArrivals } from '../simulator/draw-times.ts';
import { simulateSystem } from '../simulator/simulate-system.ts';
import type { SystemQuestion } from './system-question.ts';
import { workOf } from './true-nodes.ts';

/** The `capacity.json` of a team that measured the ladder of a question. */
export function measuredLadder({ number, system, ladder, spacing, room, meter }: SystemQuestion): CapacityFile {
  return {
    schema: 'surgeproof/capacity',
    version: 1,
    target: `system ${number}`,
    simulated: true,
    measuredAt: '2026-11-29T00:00:00Z',
    steps: ladder.map(({ nodes, rate, seconds }, i) => {
      const seed = 1_000 * (number + 1) + i;
      const customers = Math.ceil(rate * seconds + 6 * Math.sqrt(rate * seconds));
      const arrivals = drawArrivals({ kind: spacing }, rate, customers, randomFrom(seed, 11));
      const work = { arrivals, ...workOf(system, customers, seed) };
      const simulated = simulateSystem(system, work, { nodes, room, random: randomFrom(seed, 14) });
      const step = { arrivals, responses: simulated.responses, nodes, seconds, spacing };
      return foldedStep(meter ? { ...step, workers: { starts: simulated.starts, count: nodes * system.workers } } : step);
    }),
  };
}
