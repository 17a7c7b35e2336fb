import type { ForecastReport, HolidayPast, PastFactors } from '../../models/results/forecast/forecast-report.ts';
import { plural } from '../../models/words/count.ts';
import { changeText } from '../format/amounts.ts';
import { dayWords } from '../format/time/calendar-day.ts';
import { distanceWords } from './driver-words.ts';
import { calendarName } from './figures/calendar-name.ts';

/** A change smaller than this is none. */
const NOTABLE = 0.03;
/** Closer to the range than this is in it. */
const CLEARLY = 0.02;
const MOST_NAMED = 4;

/** The day around a holiday or event that it moves most, inside the window. */
export interface MovedDay {
  readonly name: string;
  readonly zero: number;
  readonly offset: number;
  readonly isEvent: boolean;
  readonly isItsOwn: boolean;
  readonly expected: number;
  readonly seen: PastFactors | null;
}

const strength = (factor: number): number => Math.abs(Math.log(factor));

/**
 * The day of the window that a holiday moves most: where no other moves it more, else its own day; of an event of the team its own day. Null where none is
 * inside.
 */
function mostMoved({ name, day, isEvent, offsets }: HolidayPast): MovedDay | null {
  const inside = offsets.flatMap(({ expected, ...one }) => (expected === null ? [] : [{ name, zero: day, isEvent, expected, ...one }]));
  const own = inside.filter(({ isItsOwn }) => isItsOwn).sort((a, b) => strength(b.expected) - strength(a.expected));
  const itself = inside.find(({ offset }) => offset === 0);
  return (isEvent ? (itself ?? own[0]) : (own[0] ?? itself)) ?? null;
}

/** For each holiday and event that reaches into the window, the day it moves most; the strongest first. */
export const movedDays = ({ holidays }: ForecastReport): MovedDay[] =>
  holidays
    .map(mostMoved)
    .filter((one) => one !== null)
    .sort((a, b) => strength(b.expected) - strength(a.expected));

/** What past occurrences did, beside what is expected; and why that lies outside of them, where it does. */
export function pastWords({ expected, seen }: Pick<MovedDay, 'expected' | 'seen'>): string {
  if (seen === null) return 'no past occurrence is known';
  const { occurrences, low, high } = seen;
  const range =
    changeText(low) === changeText(high)
      ? `${changeText(low)} in ${plural(occurrences, 'past occurrence', 'past occurrences')}`
      : `${changeText(low)} to ${changeText(high)} in ${plural(occurrences, 'past occurrence', 'past occurrences')}`;
  const side = expected < low * (1 - CLEARLY) ? 'below' : expected > high * (1 + CLEARLY) ? 'above' : null;
  if (side === null) return range;
  return `${range}: the forecast lies ${side} ${occurrences === 1 ? 'it' : 'all of them'}, as few occurrences are drawn towards those of other holidays and the methods are averaged`;
}

/** A day that a holiday or event moves: `2 days before Chuseok (Wednesday, 23 Sep 2026)`. */
export function movedWords({ name, zero, offset }: MovedDay): string {
  return `${distanceWords(offset, calendarName(name))} (${dayWords(zero + offset)})`;
}

/** Holidays and events of the window, each with the day that it moves most; events of the team are named whatever they do. */
export function eventsSentence(report: ForecastReport): string {
  const moved = movedDays(report);
  if (moved.length === 0) return 'No holiday or event of the calendar reaches into the window';
  const notable = moved.filter(({ expected, isEvent }) => isEvent || Math.abs(expected - 1) >= NOTABLE);
  const names = [...new Set(moved.map(({ name }) => calendarName(name)))].slice(0, MOST_NAMED).join(', ');
  if (notable.length === 0) return `${names} in the window: no day around is moved by more than ${Math.round(100 * NOTABLE)} %`;
  const events = notable.filter(({ isEvent }) => isEvent).slice(0, MOST_NAMED);
  const said = [...notable.filter(({ isEvent }) => !isEvent).slice(0, MOST_NAMED), ...events].map(changeWords);
  return `Against the same weekday of other weeks: ${said.join('; ')}`;
}

/** What is expected of a day, unless it is moved by something else and nothing is known of this. */
const changeWords = (one: MovedDay): string =>
  one.seen === null && !one.isItsOwn
    ? `${movedWords(one)}: ${pastWords(one)}`
    : `${movedWords(one)} ${changeText(one.expected)}, ${pastWords(one)}`;
