import type { Coincidence, DayDriver } from '../../results/forecast/forecast-report.ts';
import type { DayNumber } from '../calendar/day-number.ts';
import { nameOf } from '../calendar/event-calendar.ts';
import type { DailyHistory } from '../components/daily/daily-history.ts';
import { daysSincePay } from '../components/daily/pay-days.ts';

/** An effect smaller than this is not worth telling. */
const STRONG = Math.log(1.05);

/**
 * Two strong effects, of paydays, holidays or events, that meet on one of some days, and how often they met before: the regression multiplies them, whether it
 * has seen them together or not. Of the first day on which any meet, the pair that met least.
 *
 * @param days the likeliest first, each with what drives it
 */
export function coincidenceOf(
  history: DailyHistory,
  days: readonly { readonly day: DayNumber; readonly drivers: readonly DayDriver[] }[],
): Coincidence | null {
  for (const { day, drivers } of days) {
    const strong = drivers.filter((one) => isDated(one) && Math.abs(Math.log(one.factor)) >= STRONG);
    const pairs = strong.flatMap((one, i) => strong.slice(i + 1).map((two) => [one, two] as const));
    const [rarest] = pairs.map((pair) => ({ day, drivers: pair, seen: metBefore(history, pair) })).sort((a, b) => a.seen - b.seen);
    if (rarest !== undefined) return rarest;
  }
  return null;
}

const isDated = (driver: DayDriver): boolean => driver.kind === 'payday' || (driver.kind === 'holiday' && driver.name !== null);

/** Known days of the history that have both. */
function metBefore(history: DailyHistory, pair: readonly DayDriver[]): number {
  const days = pair.map((one) => daysOf(history, one));
  return [...days[0]!].filter((day) => days[1]!.has(day)).length;
}

function daysOf({ calendar, first, known }: DailyHistory, driver: DayDriver): Set<DayNumber> {
  const days = new Set<DayNumber>();
  const isKnown = (day: DayNumber): boolean => Number.isFinite(known[day - first]);
  if (driver.kind === 'payday') {
    for (let day = first; day < first + known.length; day++)
      if (isKnown(day) && daysSincePay(calendar, day, driver.date) === driver.since) days.add(day);
  }
  if (driver.kind === 'holiday') {
    for (const event of calendar.events)
      for (const zero of event.days)
        if (isKnown(zero + driver.offset) && nameOf(calendar, event.name, zero) === driver.name) days.add(zero + driver.offset);
  }
  return days;
}
