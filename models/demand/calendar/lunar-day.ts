import KoreanLunarCalendar from 'korean-lunar-calendar';
import { type DayNumber, dayOf } from './day-number.ts';

/** Last year of the table of the Korea Astronomy and Space Science Institute that the package holds. */
export const LAST_LUNAR_YEAR = 2050;

/**
 * The day on which a day of the Korean lunar calendar falls (no leap month). The Chinese calendar differs: it puts
 * Seollal of 2027 and of 2028 one day earlier. Data: korean-lunar-calendar (MIT), table of KASI, valid to 2050.
 *
 * @example lunarDay(2027, 1, 1) // => 20856
 */
export function lunarDay(year: number, month: number, date: number): DayNumber {
  const converter = new KoreanLunarCalendar();
  converter.setLunarDate(year, month, date, false);
  const solar = converter.getSolarCalendar();
  return dayOf(solar.year, solar.month, solar.day);
}
