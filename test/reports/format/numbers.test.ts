import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elapsed, kstClock, kstDateTime } from '../../../reports/format/clock.ts';
import { duration } from '../../../reports/format/duration.ts';
import { percent, percentNumber, threeDigits, trimmed, whole } from '../../../reports/format/number.ts';

// Expected texts are the rules of the report applied by hand: three significant digits, thousands separated, a unit once.
describe('numbers in words', () => {
  it('keeps three significant digits and separates thousands', () => {
    expect([0.000123, 0.0456, 1.2345, 12.345, 999.6, 1234567].map(threeDigits)).toEqual([
      '0.000123',
      '0.0456',
      '1.23',
      '12.3',
      '1,000',
      '1,230,000',
    ]);
  });

  it('says a dash where there is no number, never NaN', () => {
    for (const nothing of [null, Number.NaN, Number.POSITIVE_INFINITY])
      expect([threeDigits(nothing), whole(nothing), percentNumber(nothing), duration(nothing)]).toEqual(['–', '–', '–', '–']);
  });

  it('has no sign on a zero that was rounded, and a minus on a debt', () => {
    expect([threeDigits(-0), whole(-0.4), threeDigits(-1410), whole(-7)]).toEqual(['0', '0', '−1,410', '−7']);
  });

  it('never lets a near miss look perfect', () => {
    expect([percent(0.999999), percent(0.9991), percent(1), percent(0)]).toEqual(['99.999 %', '99.910 %', '100 %', '0 %']);
  });

  it('is within half a unit of the third digit, for any number a run can produce', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e9, noNaN: true }), (value) => {
        const read = Number(threeDigits(value).replaceAll(',', ''));
        expect(Math.abs(read - value) / value).toBeLessThanOrEqual(0.00501);
        expect(Number(trimmed(value).replaceAll(',', ''))).toBe(read);
      }),
    );
  });
});

describe('times in words', () => {
  it('chooses the unit a person would', () => {
    expect([0.5, 999, 1000, 119_000, 120_000, 7_200_000].map(duration)).toEqual(['0.5 ms', '999 ms', '1 s', '119 s', '2 min', '2 h']);
  });

  it('is in Korea whatever the zone of the machine, also over midnight', () => {
    // 2025-02-28T15:00:00Z is midnight of March 1 in Seoul (UTC+9).
    const midnight = Date.UTC(2025, 1, 28, 15);
    expect(kstDateTime(midnight)).toBe('2025-03-01 (Sat) 00:00:00 KST');
    expect(kstClock(midnight - 1000)).toBe('23:59:59');
  });

  it('says minutes when the run is long', () =>
    expect([0, 12.34, 599, 600, 601, 1800].map(elapsed)).toEqual(['0 s', '12.3 s', '599 s', '10 min', '601 s', '30 min']));
});
