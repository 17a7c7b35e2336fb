import { isNumber } from './count.ts';

const fourDigits = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 4 });

/**
 * An amount of demand in four significant digits, thousands separated: with three, a P99 of 1,498 and a highest day of 1,503 would look equal. `–` where
 * there is none.
 *
 * @example sayAmount(1234567) // => '1,235,000'
 * @example sayAmount(0.012341) // => '0.01234'
 * @example sayAmount(null) // => '–'
 */
export function sayAmount(value: number | null): string {
  return isNumber(value) ? fourDigits.format(value).replace('-', '−') : '–';
}
