import { describe, expect, it } from 'vitest';
import { dateOf, dayNumber } from '../../../../models/demand/calendar/day-number.ts';
import { eventCalendar, POOLED } from '../../../../models/demand/calendar/event-calendar.ts';

const on = (date: string): number => dayNumber(date)!;

describe('a calendar of dates and names', () => {
  it('makes one occurrence of days that follow each other, and pools names that occur twice or less', () => {
    const days = ['2024-01-05', '2024-01-06', '2025-01-05', '2026-01-05'].map((date) => ({ day: on(date), name: 'sale' }));
    const calendar = eventCalendar([...days, { day: on('2025-06-01'), name: 'launch' }, { day: on('2025-09-01'), name: 'match' }], 'own');
    expect(calendar.events.map(({ name, days: zero }) => [name, zero.map(dateOf)])).toEqual([
      ['sale', ['2024-01-05', '2025-01-05', '2026-01-05']],
      [POOLED, ['2025-06-01', '2025-09-01']],
    ]);
  });
});
