import { describe, expect, it } from 'vitest';
import type { SpecialDay } from '../../../../models/demand/calendar/calendar.ts';
import { dayNumber } from '../../../../models/demand/calendar/day-number.ts';
import { withEvents } from '../../../../models/demand/calendar/event-calendar.ts';
import { koreanCalendar } from '../../../../models/demand/calendar/korean-calendar.ts';
import { makeForecast } from '../../../../models/demand/document/forecast-document.ts';
import { forecastReport } from '../../../../models/demand/report/forecast-report.ts';
import type { ForecastReport } from '../../../../models/results/forecast/forecast-report.ts';
import { coincidenceSentence, driversSentence } from '../../../../reports/forecast/driver-words.ts';
import { eventsSentence } from '../../../../reports/forecast/event-sentences.ts';
import { madeDemand } from '../made-demand.ts';
import { MADE_REQUEST } from '../made-request.ts';

const on = (date: string): number => dayNumber(date)!;
const DAYS = 900;
const END = on('2026-06-30');
const SALES = ['2024-09-10', '2025-03-12', '2025-11-11', '2026-03-11', '2026-07-08'];

/** Made demand to the end of June 2026 with factors on some days, and a forecast of four weeks, of the events of a team beside the Korean days. */
function forecast(factors: ReadonlyMap<number, number>, events: readonly SpecialDay[]): ForecastReport {
  const first = END - DAYS + 1;
  const values = madeDemand(first, DAYS, 0.03).map((value, i) => value * (factors.get(first + i) ?? 1));
  const calendar = events.length === 0 ? koreanCalendar() : withEvents(koreanCalendar(), events, 'own.csv');
  const request = { ...MADE_REQUEST, calendar, futures: 200, backtestOrigins: 0, horizon: { count: 28, step: 'day' } } as const;
  return forecastReport(makeForecast({ step: 'day', first, values }, request)!, calendar, 1);
}

const factorsOn = (dates: readonly string[], factor: number): Map<number, number> => new Map(dates.map((date) => [on(date), factor]));
const named = (dates: readonly string[], name: string): SpecialDay[] => dates.map((date) => ({ day: on(date), name }));
const p50On = (report: ForecastReport, date: string): number => report.days.find(({ day }) => day === on(date))!.p50;

describe('events of a team', () => {
  const sales = forecast(factorsOn(SALES.slice(0, 4), 1.6), named(SALES, 'sale'));

  it('stand on top of the Korean days, raise their day, and are named as what drives the peak', () => {
    const without = forecast(factorsOn(SALES.slice(0, 4), 1.6), []);
    // Four sales of ×1.6 are known; the regression draws a coefficient with four rows towards nothing, by the half row of its penalty.
    expect(p50On(sales, '2026-07-08') / p50On(without, '2026-07-08')).toBeGreaterThan(1.35);
    expect(sales.document.events.map(({ name }) => name)).toEqual(['sale', 'constitution_day']);
    expect(sales.drivers[0]).toMatchObject({ kind: 'holiday', name: 'sale', offset: 0 });
    expect(driversSentence(sales)).toMatch(/^What makes the likeliest day, against a usual one: sale \+\d+ %/);
    expect(eventsSentence(sales)).toMatch(/sale \(Wednesday, 8 Jul 2026\) \+\d+ %, \+\d+ % to \+\d+ % in 4 past occurrences/);
    expect(sales.days.find(({ day }) => day === on('2026-07-08'))).toMatchObject({ names: ['sale'], off: false });
  });

  it('take nothing from the shape of festivals: one that never was changes no day', () => {
    const [unknown, none] = [forecast(new Map(), named(['2026-07-08'], 'first ever')), forecast(new Map(), [])];
    expect(p50On(unknown, '2026-07-08') / p50On(none, '2026-07-08')).toBeCloseTo(1, 1);
    expect(eventsSentence(unknown)).toMatch(
      /first ever \(Wednesday, 8 Jul 2026\)[^;]*, no past occurrence is known|first ever \(Wednesday, 8 Jul 2026\): no past/,
    );
    expect(eventsSentence(none)).not.toContain('first ever');
  });

  it('are named apart where they are too rare for effects of their own', () => {
    const report = forecast(new Map(), [...named(['2025-05-20', '2026-07-08'], 'spring sale'), ...named(['2025-09-17'], 'members')]);
    expect(report.document.events.map(({ name, seen }) => [name, seen?.occurrences])).toContainEqual(['spring sale', 1]);
  });
});

describe('two effects on one day', () => {
  // 25 June 2026 and 25 February, March and November 2026 and 2025 are working days.
  const PAYDAYS = [
    '2024-04-25',
    '2024-06-25',
    '2024-07-25',
    '2024-09-25',
    '2024-10-25',
    '2024-11-25',
    '2025-02-25',
    '2025-03-25',
    '2025-04-25',
  ];
  const MORE = [
    '2025-06-25',
    '2025-07-25',
    '2025-09-25',
    '2025-11-25',
    '2026-02-25',
    '2026-03-25',
    '2026-06-25',
    '2024-05-24',
    '2024-08-23',
  ];
  const paid = factorsOn([...PAYDAYS, ...MORE], 1.4);
  /** A sale on a Friday, which is the payday of 25 July 2026, a Saturday. */
  const COMING = '2026-07-24';

  it('that never met are told, and that the regression multiplies them', () => {
    const report = forecast(new Map([...paid, ...factorsOn(SALES.slice(0, 4), 1.6)]), named([...SALES.slice(0, 4), COMING], 'sale'));
    expect(report.coincidence).toMatchObject({ day: on(COMING), seen: 0 });
    expect(coincidenceSentence(report)).toMatch(
      /^Friday, 24 Jul 2026 is both (sale|payday of the 25th) \(\+\d+ %\) and (sale|payday of the 25th) \(\+\d+ %\): that never happened in the data, and the regression multiplies/,
    );
  });

  it('are counted where they met, and not told where only one is strong', () => {
    const met = ['2025-06-25', '2025-11-25', '2026-03-25'];
    const report = forecast(new Map([...paid, ...factorsOn(met, 2)]), named([...met, COMING], 'sale'));
    expect(report.coincidence).toMatchObject({ day: on(COMING), seen: 3 });
    expect(forecast(paid, []).coincidence).toBeNull();
  });
});
