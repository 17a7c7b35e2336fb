import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dateOf, dayNumber } from '../../../../models/demand/calendar/day-number.ts';
import { electionDays } from '../../../../models/demand/calendar/election-days.ts';
import { koreanCalendar, koreanDays } from '../../../../models/demand/calendar/korean-calendar.ts';
import { koreanDaysByRule } from '../../../../models/demand/calendar/korean-rules.ts';
import { lunarDay } from '../../../../models/demand/calendar/lunar-day.ts';

const on = (date: string): number => dayNumber(date)!;

const truth = new Map(
  readFileSync(new URL('../../../fixtures/demand/kr-holidays-2015-2030.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([date, names]) => [date!, names!.split('+').sort().join('+')]),
);

describe('Korean calendar', () => {
  it('equals the table of 2015 to 2030 on every day, name by name', () => {
    const ours = new Map<string, string>();
    for (const { day, name } of koreanDays()) {
      const date = dateOf(day);
      if (date >= '2015' && date < '2031') ours.set(date, [...(ours.get(date)?.split('+') ?? []), name].sort().join('+'));
    }
    expect(truth.size).toBe(303);
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(truth));
  });

  it('finds the official days of 2018 to 2027 by the rules alone, but for elections and days declared once', () => {
    for (let year = 2018; year <= 2027; year++) {
      const byRule = new Set(koreanDaysByRule(year).map(({ day }) => dateOf(day)));
      const official = [...truth].filter(([date]) => date.startsWith(String(year)));
      const missing = official.filter(([date, name]) => !byRule.has(date) && !/^(election|temporary)$/.test(name));
      expect(missing).toEqual([]);
      expect([...byRule].filter((date) => !truth.has(date))).toEqual([]);
    }
  });

  it('has Seollal of 2027 and 2028 where KASI has it, a day after the Chinese new year of 2027 and 2028', () => {
    expect([lunarDay(2027, 1, 1), lunarDay(2028, 1, 1)].map(dateOf)).toEqual(['2027-02-07', '2028-01-27']);
  });

  it('knows no substitute holidays before 2014 and no Hangul day before 2013', () => {
    expect(koreanDaysByRule(2013).filter(({ name }) => name.startsWith('substitute'))).toEqual([]);
    expect(koreanDaysByRule(2012).map(({ name }) => name)).not.toContain('hangul');
  });

  it('gives the second of two single holidays on one day a substitute: 5 May 2044 is the birthday of Buddha too', () => {
    const names = koreanDaysByRule(2044).filter(({ day }) => day > on('2044-05-04') && day < on('2044-05-09'));
    expect(names.map(({ name }) => name)).toContain('substitute_buddha');
  });

  it('follows the terms of office for elections to come (Public Official Election Act, article 34)', () => {
    expect([...electionDays(2028), ...electionDays(2030)].map(dateOf)).toEqual(['2028-04-12', '2030-03-27', '2030-06-05']);
    expect(electionDays(2016).map(dateOf)).toEqual(['2016-04-13']);
  });

  it('takes a day that was announced later, and says so in its version', () => {
    const plain = koreanCalendar();
    const extended = koreanCalendar([
      { day: on('2027-02-08'), name: 'temporary' },
      { day: on('2027-03-04'), name: 'temporary' },
    ]);
    expect(plain.holidays.has(on('2027-03-04'))).toBe(false);
    expect(extended.holidays.get(on('2027-03-04'))).toEqual(['temporary']);
    expect(extended.version).toBe(`${plain.version}; 2 added`);
  });

  it('states the versions of the packages that are installed', async () => {
    const version = (name: string): string =>
      (JSON.parse(readFileSync(new URL(`../../../../node_modules/${name}/package.json`, import.meta.url), 'utf8')) as { version: string })
        .version;
    expect(koreanCalendar().version).toContain(version('@hyunbinseo/holidays-kr'));
    expect(koreanCalendar().version).toContain(version('korean-lunar-calendar'));
  });
});
