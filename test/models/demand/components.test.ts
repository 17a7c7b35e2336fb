import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_CALENDAR } from '../../../models/demand/calendar/calendar.ts';
import { dayNumber } from '../../../models/demand/calendar/day-number.ts';
import { pastEffect } from '../../../models/demand/calendar/holiday-effects.ts';
import { koreanCalendar } from '../../../models/demand/calendar/korean-calendar.ts';
import { crossFit } from '../../../models/demand/components/cross-fit.ts';
import { dailyHistory } from '../../../models/demand/components/daily-history.ts';
import { dailyRidge } from '../../../models/demand/components/daily-ridge.ts';
import { hourlyHistory } from '../../../models/demand/components/hourly-history.ts';
import { hourlySmoothing } from '../../../models/demand/components/hourly-smoothing.ts';
import { ridge, ridgeValue } from '../../../models/demand/components/ridge.ts';
import { ridgeMember } from '../../../models/demand/components/ridge-member.ts';
import { rowBuilder } from '../../../models/demand/components/sparse-rows.ts';
import { weeklySmoothing } from '../../../models/demand/components/weekly-smoothing.ts';
import { memberErrors, memberWeights } from '../../../models/demand/forecast/member-weights.ts';
import { binnedColumns } from '../../../models/demand/trees/binned-columns.ts';
import { boost, forestValue } from '../../../models/demand/trees/boost.ts';
import { quantileOfPart } from '../../../models/demand/trees/quantile-of-part.ts';
import { madeDemand } from './made-demand.ts';

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

describe('smoothing', () => {
  it('continues a week without noise exactly', () => {
    const week = Float64Array.from({ length: 140 }, (_, i) => 5 + (i % 7));
    expect([...weeklySmoothing(week, 14).pathFrom(139, 3)]).toEqual([5, 6, 7].map((value) => expect.closeTo(value, 6)));
  });

  it('continues a week of hours without noise exactly', () => {
    const hours = Float64Array.from({ length: 168 * 4 }, (_, i) => Math.sin((2 * Math.PI * i) / 168) + Math.cos((2 * Math.PI * i) / 24));
    const path = hourlySmoothing(hours, 24).pathFrom(167 * 4, 24);
    expect(path[0]).toBeCloseTo(hours[(167 * 4 + 1) % 168]!, 6);
  });

  it('says something of a single week, where there is nothing to choose rates by', () => {
    expect(weeklySmoothing(new Float64Array(7).fill(4), 7).pathFrom(6, 1)[0]).toBeCloseTo(4, 6);
    expect(hourlySmoothing(new Float64Array(168).fill(4), 7).pathFrom(167, 1)[0]).toBeCloseTo(4, 6);
  });
});

describe('trees', () => {
  const options = { trees: 80, rate: 0.2, leaves: 8, leafRows: 5, sample: 1, seed: 1 };
  const column = Float64Array.from({ length: 400 }, (_, i) => i / 40);
  const all = Int32Array.from({ length: 400 }, (_, i) => i);

  it('learn steps, missing values included, to less than a hundredth of their height', () => {
    const withGaps = column.map((value, i) => (i % 10 === 0 ? Number.NaN : value));
    const truth = withGaps.map((value) => (Number.isNaN(value) ? -5 : value > 6 ? 3 : 1));
    const columns = binnedColumns([withGaps]);
    const forest = boost(columns, truth, all, options);
    for (const row of [0, 9, 399]) expect(forestValue(forest, columns, row)).toBeCloseTo(truth[row]!, 2);
  });

  it('minimise the absolute error: an outlier in a hundred moves nothing', () => {
    const truth = column.map((_, i) => (i % 100 === 7 ? 1e9 : 2));
    const columns = binnedColumns([column]);
    expect(forestValue(boost(columns, truth, all, { ...options, leafRows: 30 }), columns, 200)).toBeCloseTo(2, 6);
  });

  it('grow the same for the same seed', () => {
    const columns = binnedColumns([column, column.map(Math.sin)]);
    const grown = () => boost(columns, column.map(Math.cos), all, { ...options, trees: 3, sample: 0.5 });
    expect(grown()).toEqual(grown());
  });

  it('stay at the median when no row or no feature is drawn', () => {
    const columns = binnedColumns([column]);
    expect(boost(columns, column, all, { ...options, sample: 0 }).trees).toEqual([]);
  });

  it('select the same quantile as sorting does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, level) => {
          const rows = Int32Array.from(values.keys());
          const sorted = [...values].sort((a, b) => a - b);
          expect(quantileOfPart(Float64Array.from(values), rows, 0, values.length, level)).toBe(
            sorted[Math.min(values.length - 1, Math.floor(level * values.length))],
          );
        },
      ),
    );
  });
});

describe('weights', () => {
  it('share equally what is equally good or unknown, leave out the hopeless, and give all to a method without error', () => {
    expect(memberWeights([0.1, 0.1], [1, 3])).toEqual([0.25, 0.75]);
    expect(memberWeights([Number.NaN, Number.NaN], [1, 1])).toEqual([0.5, 0.5]);
    expect(memberWeights([0, 0.1], [1, 1])).toEqual([1, 0]);
    expect(memberWeights([0.1, 0.3], [1, 1])).toEqual([1, 0]);
  });

  it('compare members only where all of them speak', () => {
    const members = [Float64Array.of(1, 5), Float64Array.of(2, Number.NaN)].map((past, i) => ({ name: String(i), past, future: past }));
    expect(memberErrors(members, Float64Array.of(0, 0))).toEqual([1, 2]);
    expect(memberErrors(members, Float64Array.of(Number.NaN, 0)).every(Number.isNaN)).toBe(true);
  });
});

describe('history', () => {
  it('fills gaps from the same weekday, or from the day before when no week is near', () => {
    const values = Float64Array.from({ length: 28 }, (_, i) => 10 + (i % 7));
    values[10] = Number.NaN;
    expect(Math.exp(dailyHistory(0, values, NO_CALENDAR).filled[10]!)).toBeCloseTo(13, 9);
    const sparse = new Float64Array(200).fill(Number.NaN);
    sparse[3] = 8;
    expect(dailyHistory(0, sparse, NO_CALENDAR).filled.every((value) => Math.abs(Math.exp(value) - 8) < 1e-9)).toBe(true);
  });

  it('counts a closed day as one per cent of the median', () =>
    expect(Math.exp(dailyHistory(0, [0, 100, 100], NO_CALENDAR).known[0]!)).toBeCloseTo(1, 9));

  it('has a floor even where everything is zero', () => {
    expect(dailyHistory(0, [0, 0], NO_CALENDAR).floor).toBe(1);
    expect(hourlyHistory(0, [0, Number.NaN], NO_CALENDAR).filled[1]).toBe(0);
    expect(hourlyHistory(0, [Number.NaN], NO_CALENDAR).filled[0]).toBe(0);
  });
});

describe('cross-fitting', () => {
  it('knows nothing of a history without a known day', () =>
    expect(crossFit(dailyHistory(0, new Float64Array(60).fill(Number.NaN), NO_CALENDAR), 90, null)).toBeNull());

  it('uses the whole where a fold leaves nothing, and no shift where nothing is recent', () => {
    const values = new Float64Array(60).fill(Number.NaN);
    values[10] = 5;
    values[11] = 6;
    const history = dailyHistory(0, values, NO_CALENDAR);
    const fit = crossFit(history, 67, null)!;
    expect(fit.unseen(['trend']).every(Number.isFinite)).toBe(true);
    expect(ridgeMember(history, fit, [50], 7).future.every(Number.isFinite)).toBe(true);
  });
});

describe('holidays', () => {
  it('are found again: Seollal that halves demand, seen five times, with its range', () => {
    const calendar = koreanCalendar();
    const first = on('2019-01-01');
    const seollal = calendar.events.find(({ name }) => name === 'seollal')!.days;
    const values = madeDemand(first, 5 * 365, 0.02).map((value, i) => (seollal.includes(first + i) ? value / 2 : value));
    const history = dailyHistory(first, values, calendar);
    const effect = pastEffect(calendar, seollal, 0, first, history.known)!;
    expect(effect.occurrences).toBe(5);
    expect(effect.median).toBeGreaterThan(0.45);
    expect(effect.high).toBeLessThan(0.55);
    expect(pastEffect(calendar, [], 0, first, history.known)).toBeNull();
    const ridgeFit = dailyRidge(history, values.length + 60)!;
    expect(Math.exp(ridgeFit.holiday[on('2023-01-22') - first]!)).toBeLessThan(0.65);
  });
});
