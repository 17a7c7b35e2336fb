import * as official from '@hyunbinseo/holidays-kr/all';
import type { SpecialDay } from './calendar.ts';
import { dayNumber } from './day-number.ts';
import { koreanName } from './korean-name.ts';

/** Years for which the gazette has been read: first and last. */
export const OFFICIAL_YEARS = { first: 2018, last: 2027 } as const;

/**
 * Public holidays of Korea as printed in the official gazette, 2018 to 2027, in order. Data: @hyunbinseo/holidays-kr (MIT).
 *
 * @example officialDays()[0].name // => 'new_year'
 */
export function officialDays(): SpecialDay[] {
  return Object.values(official).flatMap((year: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(year).flatMap(([date, names]) => names.map((name) => ({ day: dayNumber(date)!, name: koreanName(name) }))),
  );
}
