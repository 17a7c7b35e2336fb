const DAY = 86_400_000;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const moment = (day: number): Date => new Date(Math.round(day * 24) * (DAY / 24));

/**
 * Three letters of the weekday; takes days since 1970-01-01.
 * @example weekdayName(0) // => 'Thu'
 */
export function weekdayName(day: number): string {
  return WEEKDAYS[moment(day).getUTCDay()] ?? '';
}

/**
 * A date as people read it, with its hour when there is one; takes days since 1970-01-01, local time.
 * @example dayText(20501) // => 'Tue 2026-02-17'
 * @example dayText(20501.375) // => 'Tue 2026-02-17 09:00'
 */
export function dayText(day: number): string {
  const text = moment(day).toISOString();
  const hour = Math.round(day * 24) % 24 === 0 ? '' : ` ${text.slice(11, 16)}`;
  return `${weekdayName(day)} ${text.slice(0, 10)}${hour}`;
}

/**
 * A date in a sentence, where a line must not end at a hyphen; takes days since 1970-01-01, local time.
 * @example dayWords(20501) // => 'Tuesday, 17 Feb 2026'
 * @example dayWords(20501.375) // => 'Tuesday, 17 Feb 2026, 09:00'
 */
export function dayWords(day: number): string {
  const date = moment(day);
  const hour = Math.round(day * 24) % 24 === 0 ? '' : `, ${date.toISOString().slice(11, 16)}`;
  return `${weekdayLong(day)}, ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}${hour}`;
}

/**
 * The whole name of the weekday; takes days since 1970-01-01.
 * @example weekdayLong(0) // => 'Thursday'
 */
export function weekdayLong(day: number): string {
  return ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'][moment(day).getUTCDay()] ?? '';
}

/**
 * A day in short, for ticks.
 * @example shortDay(20501) // => 'Feb 17'
 */
export function shortDay(day: number): string {
  return `${MONTHS[moment(day).getUTCMonth()]} ${moment(day).getUTCDate()}`;
}

/**
 * A month and its year, for ticks.
 * @example shortMonth(20501) // => 'Feb 2026'
 */
export function shortMonth(day: number): string {
  return `${MONTHS[moment(day).getUTCMonth()]} ${moment(day).getUTCFullYear()}`;
}

/**
 * Days since 1970-01-01 of a time of `forecast.json`, with hours as fractions.
 * @example dayOfTime('1970-01-02T12:00') // => 1.5
 */
export function dayOfTime(time: string): number {
  return Date.parse(`${time.slice(0, 10)}T${time.slice(11, 16) || '00:00'}Z`) / DAY;
}
