import { sayNumber } from '../../../models/words/count.ts';
import type { Axis } from './figure.ts';
import { amountAxis } from './ticks.ts';

const MILLION = 1e6;

/** Zero-based axis of demand in the unit of the series, in millions where the numbers would be long. */
export function demandAxis(values: readonly (number | null)[], unit: string): Axis {
  const largest = values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
  const axis = amountAxis(largest, unit || 'unit of the series', 'amount');
  if (axis.max < 10 * MILLION) return axis;
  const ticks = axis.ticks.map(({ value }) => ({ value, label: sayNumber(value / MILLION) }));
  return { ...axis, ticks, title: `${axis.title}, millions` };
}
