import { describe, expect, it } from 'vitest';
import { NO_CALENDAR } from '../../../../models/demand/calendar/calendar.ts';
import { dayNumber } from '../../../../models/demand/calendar/day-number.ts';
import { dailyHistory } from '../../../../models/demand/components/daily/daily-history.ts';
import { dailyRidge } from '../../../../models/demand/components/daily/daily-ridge.ts';
import { ridge, ridgeValue } from '../../../../models/demand/components/ridge.ts';
import { rowBuilder } from '../../../../models/demand/components/sparse-rows.ts';
import { madeDemand } from '../made-demand.ts';

const on = (date: string): number => dayNumber(date)!;

describe('ridge regression', () => {
  const rows = (points: readonly number[]) => {
    const builder = rowBuilder();
    for (const x of points) {
      builder.add('x', x);
      builder.endRow();
    }
    return builder.build().matrix;
  };

  it('finds a line exactly when nothing is penalised: y = 3 + 2x', () => {
    const matrix = rows([1, 2, 3, 4]);
    const fit = ridge(matrix, [5, 7, 9, 11], null, Float64Array.of(0))!;
    expect(fit.level).toBeCloseTo(3, 6);
    expect(ridgeValue(fit, matrix, 3)).toBeCloseTo(11, 6);
  });

  it('does not penalise the level: a penalty without end leaves the mean, not zero', () => {
    const fit = ridge(rows([1, 2, 3]), [101, 102, 103], null, Float64Array.of(1e12))!;
    expect(fit.level).toBeCloseTo(102, 6);
  });

  it('leaves out what is unknown or weighs nothing, and knows nothing of nothing', () => {
    const matrix = rows([1, 2, 3]);
    expect(ridge(matrix, [5, 7, Number.NaN], Float64Array.of(1, 1, 1), Float64Array.of(0))!.level).toBeCloseTo(3, 6);
    expect(ridge(matrix, [5, 7, 9], Float64Array.of(0, 0, 0), Float64Array.of(0))).toBeNull();
  });

  it('keeps a high level out of the trend: log demand near 11 for three years does not grow by the penalty', () => {
    const values = madeDemand(on('2023-01-02'), 1095, 0.02, 60_000);
    const fit = dailyRidge(dailyHistory(on('2023-01-02'), values, NO_CALENDAR), 1095 + 28)!;
    expect(Math.abs(Math.exp(fit.value[1122]! - fit.value[1122 - 364]!) - 1)).toBeLessThan(0.05);
  });
});
