import { describe, expect, it } from 'vitest';
import { bytesText } from '../../../reports/format/bytes.ts';
import { estimate, percentNumber } from '../../../reports/format/number.ts';
import { shellCommand } from '../../../reports/format/shell-command.ts';
import { clock, dateTime, elapsed, zoneOffset } from '../../../reports/format/time/clock.ts';

// Expected texts are the rules of the report applied by hand.
describe('numbers in words', () => {
  it('prints a share as everywhere, without its unit', () =>
    expect([0.999999, 0.0012, 1, 0, null].map(percentNumber)).toEqual(['99.999', '0.12', '100', '0', '–']));

  it('claims three digits of an estimate', () =>
    expect([1_234_567, 4812.4, 1.5, null].map(estimate)).toEqual(['1,230,000', '4,810', '1.5', '–']));

  it('prints bytes in the unit of their size', () =>
    expect([0, 900, 1536, 182_400_000].map(bytesText)).toEqual(['0 B', '900 B', '1.5 KiB', '174 MiB']));

  it('quotes a command so that it can be pasted', () =>
    expect(shellCommand(['npx', 'surgeproof', 'rehearse', './my sale.surge.ts', '--rate', '50/s'])).toBe(
      "npx surgeproof rehearse './my sale.surge.ts' --rate 50/s",
    ));
});

describe('times in words', () => {
  it('are in the zone asked for whatever the zone of the machine, also over midnight', () => {
    // 2025-02-28T15:00:00Z is midnight of March 1 in Seoul (UTC+9).
    const midnight = Date.UTC(2025, 1, 28, 15);
    expect(dateTime(midnight, 'Asia/Seoul')).toBe('2025-03-01 (Sat) 00:00:00 Asia/Seoul');
    expect(clock(midnight - 1000, 'Asia/Seoul')).toBe('23:59:59');
    expect(dateTime(midnight, 'UTC')).toBe('2025-02-28 (Fri) 15:00:00 UTC');
  });

  it('know when a zone saves daylight', () => {
    expect([Date.UTC(2026, 0, 1), Date.UTC(2026, 6, 1)].map((moment) => zoneOffset(moment, 'Europe/Berlin') / 3600)).toEqual([1, 2]);
  });

  it('print the time since the start as every other time', () =>
    expect([0, 12.34, 90, 600, 601].map(elapsed)).toEqual(['0 s', '12.3 s', '90 s', '10 min', '10 min 1 s']));
});
