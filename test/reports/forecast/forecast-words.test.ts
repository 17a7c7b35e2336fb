import { describe, expect, it } from 'vitest';
import type { ForecastReport, HolidayPast } from '../../../models/results/forecast/forecast-report.ts';
import { eventsSentence } from '../../../reports/forecast/event-sentences.ts';
import { lastYearSentence, peakSentence, trustSentence } from '../../../reports/forecast/forecast-sentences.ts';
import { answer } from '../../../scripts/demand/answer.ts';
import { madeForecast } from '../made-forecast.ts';

const report = madeForecast({ unit: 'payments/s' });
const [FIRST, LAST] = [report.days[0]!.day, report.days.at(-1)!.day];

/** A holiday in the window that reaches a week, with one distance that is moved. */
function holiday(name: string, over: Partial<HolidayPast['offsets'][number]>, isEvent = false): HolidayPast {
  const seen = { occurrences: 3, low: 1.6, median: 1.7, high: 1.75 };
  const offsets = Array.from({ length: 15 }, (_, i) => ({ offset: i - 7, expected: 1, seen, isItsOwn: false }));
  offsets[5] = { ...offsets[5]!, expected: 1.58, isItsOwn: true, ...over } as (typeof offsets)[number];
  return { name, isEvent, day: FIRST + 10, offsets };
}

describe('the words of a forecast', () => {
  it('have the same numbers on page and terminal, and tell a P99 from the highest day of last year', () => {
    const peak = { ...report.document.peak, p50: 1_331.2, p90: 1_421.4, p99: 1_498.3 };
    const said: ForecastReport = { ...report, document: { ...report.document, peak }, lastYear: { ...report.lastYear, highest: 1_503 } };
    expect(peakSentence(said)).toMatch(/1,331\u00a0payments\/s at P50, 1,421 at P90 and 1,498 at P99/);
    const text = answer(said).join('\n');
    expect(text).toContain(`${peakSentence(said).replaceAll('\u00a0', ' ')}.`);
    expect(text).toContain('The highest day of the last year was 1,503 payments/s: the P90 of the coming peak is 5 % below it');
  });

  it('say that the level rose where the peak is said to lie below last year’s', () => {
    const days = report.components!.actual.length;
    const trend = report.components!.trend.map((value, i) => (i >= days - 1 ? 1.08 * report.components!.trend[days - 366]! : value));
    const grown: ForecastReport = {
      ...report,
      components: { ...report.components!, trend },
      lastYear: { ...report.lastYear, highest: 1e6 },
    };
    expect(lastYearSentence(grown)).toMatch(/below it, although the level is 8 % above that of a year ago$/);
    expect(lastYearSentence({ ...grown, lastYear: { ...report.lastYear, highest: 1 } })).not.toContain('although');
  });

  it.each([
    [1.58, / \+58 %, \+60 % to \+75 % in 3 past occurrences$/],
    [1.5, / \+50 %, \+60 % to \+75 % in 3 past occurrences: the forecast lies below all of them, as few occurrences are drawn towards/],
    [1.9, / \+90 %, \+60 % to \+75 % in 3 past occurrences: the forecast lies above all of them/],
    [0.76, / −24 %, \+60 % to \+75 % in 3 past occurrences: the forecast lies below all of them/],
  ])('put what is expected, ×%d, beside what was seen', (expected, sentence) => {
    const said = eventsSentence({ ...report, holidays: [holiday('chuseok', { expected })] });
    expect(said).toMatch(/^Against the same weekday of other weeks: 2 days before Chuseok \(\w+, \d+ \w+ 2026\)/);
    expect(said).toMatch(sentence);
  });

  it('never say that nothing moves the window where something does, and name an event of the team whatever it does', () => {
    const nothing = { ...report, holidays: [] };
    expect(eventsSentence(nothing)).toBe('No holiday or event of the calendar reaches into the window');
    expect(eventsSentence({ ...report, holidays: [holiday('foundation', { expected: 1.01 })] })).toBe(
      'National Foundation Day in the window: no day around is moved by more than 3 %',
    );
    const sale = holiday('sale', { expected: 1, isItsOwn: false, seen: null }, true);
    expect(eventsSentence({ ...report, holidays: [sale] })).toMatch(/: sale \(.*\) \+0 %, \+60 % to \+75 % in 3 past/);
  });

  it('say of which kind the windows of the past were: calm weeks prove nothing for a festival', () => {
    const row = (festivals: readonly string[]) => ({ ...report.backtest[0]!, festivals });
    const of = (...rows: readonly (readonly string[])[]) =>
      trustSentence({ ...report, holidays: [holiday('chuseok', {})], backtest: rows.map(row) });
    expect(of([], [])).toMatch(
      /^In \d of 2 forecasts of the past, none of them over a holiday such as Chuseok, so that they say little of it, the peak stayed/,
    );
    expect(of([], ['seollal'])).toContain(', 1 of them over a holiday such as Chuseok, the peak');
    expect(of(['seollal'])).toContain(', all over a holiday such as Chuseok, the peak');
    expect(trustSentence({ ...report, holidays: [] })).toMatch(/forecasts of the past the peak stayed/);
    // A sale says nothing of a festival.
    expect(trustSentence({ ...report, holidays: [holiday('sale', {}, true)] })).toMatch(/forecasts of the past the peak stayed/);
    expect(LAST - FIRST).toBe(27);
  });
});
