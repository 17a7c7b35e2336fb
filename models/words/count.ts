const MISSING = '–';
/** From here on whole numbers: thousands are counted, not rounded to three digits. */
const WHOLE_FROM = 100;

const significant = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** Turns the hyphen of a negative number into a minus sign. */
const signed = (text: string): string => (text === '-0' ? '0' : text.replace('-', '−'));

/** Whether there is something to print. */
export const isNumber = (value: number | null): value is number => value !== null && Number.isFinite(value);

/**
 * Three significant digits without needless zeros, thousands in full and separated; `–` where there is no number.
 *
 * @example sayNumber(1234.5) // => '1,235'
 * @example sayNumber(81.234) // => '81.2'
 * @example sayNumber(0.000123) // => '0.000123'
 * @example sayNumber(null) // => '–'
 */
export function sayNumber(value: number | null): string {
  if (!isNumber(value)) return MISSING;
  return signed(Math.abs(value) >= WHOLE_FROM ? whole.format(value) : significant.format(value));
}

/**
 * A count with thousands separated.
 *
 * @example sayCount(41300) // => '41,300'
 */
export function sayCount(count: number | null): string {
  return isNumber(count) ? signed(whole.format(count)) : MISSING;
}

/**
 * Something per second.
 *
 * @example sayRate(2015.2) // => '2,015/s'
 * @example sayRate(0.5) // => '0.5/s'
 */
export function sayRate(perSecond: number | null): string {
  return isNumber(perSecond) ? `${sayNumber(perSecond)}/s` : MISSING;
}

/**
 * "1 person", "2 people".
 *
 * @example plural(2, 'person', 'people') // => '2 people'
 */
export function plural(count: number, one: string, many: string): string {
  return `${sayCount(count)} ${count === 1 ? one : many}`;
}
