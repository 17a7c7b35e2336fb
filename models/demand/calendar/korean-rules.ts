import type { SpecialDay } from './calendar.ts';
import { type DayNumber, dayNumber, dayOf, weekdayOf } from './day-number.ts';
import { electionDays } from './election-days.ts';
import { lunarDay } from './lunar-day.ts';

/** A holiday of one day: its date, the first year it is a day off, and the first year it is moved when it meets a weekend. */
interface SingleDay {
  readonly name: string;
  readonly dayIn: (year: number) => DayNumber;
  readonly since?: number;
  readonly movedSince?: number;
}

const on = (month: number, date: number) => (year: number) => dayOf(year, month, date);

/** 관공서의 공휴일에 관한 규정, articles 2 and 3, with the years in which each change came into force. */
const SINGLE_DAYS: readonly SingleDay[] = [
  { name: 'new_year', dayIn: on(1, 1) },
  { name: 'samil', dayIn: on(3, 1), movedSince: 2022 },
  { name: 'labour_day', dayIn: on(5, 1), since: 2026, movedSince: 2026 },
  { name: 'childrens_day', dayIn: on(5, 5), movedSince: 2014 },
  { name: 'buddha', dayIn: (year) => lunarDay(year, 4, 8), movedSince: 2023 },
  { name: 'memorial', dayIn: on(6, 6) },
  { name: 'constitution_day', dayIn: on(7, 17), since: 2026, movedSince: 2026 },
  { name: 'liberation', dayIn: on(8, 15), movedSince: 2021 },
  { name: 'foundation', dayIn: on(10, 3), movedSince: 2021 },
  { name: 'hangul', dayIn: on(10, 9), since: 2013, movedSince: 2021 },
  { name: 'christmas', dayIn: on(12, 25), movedSince: 2023 },
];

/** Days off declared once, before the gazette begins (cabinet decisions). */
const DECLARED = ['2015-08-14', '2016-05-06', '2017-10-02'];

const BLOCKS_MOVED_SINCE = 2014;
const SATURDAY = 5;
const SUNDAY = 6;

/**
 * Public holidays of one year by statute, for years outside the gazette. The next working day is a substitute holiday when a day of the
 * Seollal or Chuseok block falls on a Sunday or on another holiday, and when a single day falls on a Saturday, a Sunday or another holiday.
 *
 * Source: 공휴일에 관한 법률 (Act 18291) and 관공서의 공휴일에 관한 규정 §3. Valid 2010 to 2050, except days declared once.
 * @example koreanDaysByRule(2028).filter(({ name }) => name === 'substitute_chuseok').length // => 1
 */
export function koreanDaysByRule(year: number): SpecialDay[] {
  const blocks = [['seollal', lunarDay(year, 1, 1)] as const, ['chuseok', lunarDay(year, 8, 15)] as const].flatMap(([name, day]) => [
    { day: day - 1, name: `${name}_eve`, block: name },
    { day, name, block: name },
    { day: day + 1, name: `${name}_after`, block: name },
  ]);
  const singles = SINGLE_DAYS.filter(({ since = 0 }) => year >= since).map((one) => ({ ...one, day: one.dayIn(year) }));
  const once = [
    ...electionDays(year).map((day) => ({ day, name: 'election' })),
    ...DECLARED.filter((date) => date.startsWith(String(year))).map((date) => ({ day: dayNumber(date)!, name: 'temporary' })),
  ];
  const off = new Set([...blocks, ...singles, ...once].map(({ day }) => day));
  const moved: SpecialDay[] = [];
  const move = (day: DayNumber, name: string): void => {
    let free = day + 1;
    while (off.has(free) || weekdayOf(free) >= SATURDAY) free++;
    off.add(free);
    moved.push({ day: free, name: `substitute_${name}` });
  };
  for (const { day, block } of blocks) {
    if (year < BLOCKS_MOVED_SINCE) continue;
    if (weekdayOf(day) === SUNDAY || singles.some((single) => single.day === day)) move(day, block);
  }
  singles.forEach(({ day, name, movedSince = Number.POSITIVE_INFINITY }, i) => {
    if (year < movedSince || blocks.some((block) => block.day === day)) return;
    if (weekdayOf(day) >= SATURDAY || singles.slice(0, i).some((other) => other.day === day)) move(day, name);
  });
  return [...blocks.map(({ day, name }) => ({ day, name })), ...singles.map(({ day, name }) => ({ day, name })), ...once, ...moved];
}
