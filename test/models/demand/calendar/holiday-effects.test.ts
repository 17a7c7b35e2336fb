import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../../models/demand/calendar/day-number.ts';
import { pastEffect } from '../../../../models/demand/calendar/holiday-effects.ts';
import { koreanCalendar } from '../../../../models/demand/calendar/korean-calendar.ts';
import { dailyHistory } from '../../../../models/demand/components/daily/daily-history.ts';
import { dailyRidge } from '../../../../models/demand/components/daily/daily-ridge.ts';
import { madeDemand } from '../made-demand.ts';

const on = (date: string): number => dayNumber(date)!;

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
