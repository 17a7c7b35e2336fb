import { sayNumber } from '../../../models/words/count.ts';
import type { Axis } from './figure.ts';
import { roundStep } from './ticks.ts';

/**
 * An axis from a round number at or below the smallest value to one at or above the largest; whole steps for counts.
 * @example numberAxis([7, 15], 'nodes', 'count', 4).min // => 6
 */
export function numberAxis(values: readonly number[], title: string, reads: Axis['reads'], parts = 8): Axis {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const rough = roundStep(Math.max(most - least, reads === 'count' ? 1 : Math.abs(most) / 100 || 1), parts);
  const step = reads === 'count' ? Math.max(1, rough) : rough;
  const [first, last] = [Math.floor(least / step + 1e-9), Math.ceil(most / step - 1e-9)];
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  return {
    scale: 'linear',
    min: first * step,
    max: last * step,
    ticks: ticks.map((value) => ({ value, label: sayNumber(value) })),
    title,
    reads,
  };
}
