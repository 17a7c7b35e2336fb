import { describe, expect, it } from 'vitest';
import { NO_CALENDAR } from '../../../../../models/demand/calendar/calendar.ts';
import { crossFit } from '../../../../../models/demand/components/daily/cross-fit.ts';
import { dailyHistory } from '../../../../../models/demand/components/daily/daily-history.ts';
import { dailyRidge } from '../../../../../models/demand/components/daily/daily-ridge.ts';
import { normal, randomFrom } from '../../../../../models/workload/users/random.ts';

/** Two years with 5 % of noise, and a festival that came once, on day 500: two days before it demand was 1.65 times as high. */
const random = randomFrom(7);
const calendar = { ...NO_CALENDAR, events: [{ name: 'feast', days: [500, 850], reach: 7 }] };
const values = Float64Array.from({ length: 730 }, (_, i) => 1000 * Math.exp(0.05 * normal(random)) * (i === 498 ? 1.65 : 1));
const history = dailyHistory(0, values, calendar);
const days = 870;

describe('penalties learned from the data', () => {
  const equal = dailyRidge(history, days)!.holiday;
  const learned = crossFit(history, dailyRidge(history, days)!, null).seen(['holiday']);

  it('leave a large effect that was seen once nearly whole, where one penalty for all takes a fifth of it', () => {
    expect(equal[848]! / Math.log(1.65)).toBeLessThan(0.85);
    expect(learned[848]! / Math.log(1.65)).toBeGreaterThan(0.9);
  });

  it('take more off what is noise: the other days around it', () => {
    const others = (effect: Float64Array): number => [843, 844, 845, 846, 852, 853, 854].reduce((sum, i) => sum + Math.abs(effect[i]!), 0);
    expect(others(learned)).toBeLessThan(others(equal));
  });
});
