import { describe, expect, it } from 'vitest';
import { NO_CALENDAR } from '../../../../../models/demand/calendar/calendar.ts';
import { crossFit } from '../../../../../models/demand/components/daily/cross-fit.ts';
import { dailyHistory } from '../../../../../models/demand/components/daily/daily-history.ts';
import { dailyRidge } from '../../../../../models/demand/components/daily/daily-ridge.ts';
import { ridgeMember } from '../../../../../models/demand/components/members/ridge-member.ts';

describe('cross-fitting', () => {
  it('knows nothing of a history without a known day', () =>
    expect(dailyRidge(dailyHistory(0, new Float64Array(60).fill(Number.NaN), NO_CALENDAR), 90)).toBeNull());

  it('uses the whole where a fold leaves nothing, and no shift where nothing is recent', () => {
    const values = new Float64Array(60).fill(Number.NaN);
    values[10] = 5;
    values[11] = 6;
    const history = dailyHistory(0, values, NO_CALENDAR);
    const fit = crossFit(history, dailyRidge(history, 67)!, null);
    expect(fit.unseen(['trend']).every(Number.isFinite)).toBe(true);
    expect(ridgeMember(history, fit, [50], 7).future.every(Number.isFinite)).toBe(true);
  });
});
