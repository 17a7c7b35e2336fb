const POINT = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
const COMMA = /^[-+]?(\d+,?\d*|,\d+)(e[-+]?\d+)?$/i;
const GROUPED_BY_COMMAS = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const GROUPED_BY_POINTS = /^[-+]?\d{1,3}(\.\d{3})+(,\d+)?$/;
const UNKNOWN = /^(|-|na|n\/a|nan|null|none|\.|#n\/a)$/i;

/** The character before the decimals of a number. */
export type DecimalMark = 'point' | 'comma';

/**
 * The digits of a cell, without blanks, a currency before them and a unit behind them (건, 명, 원, 대).
 *
 * @example digitsOf(' 1 234명') // => '1234'
 */
export function digitsOf(cell: string): string {
  return cell
    .replace(/[\s_']/g, '')
    .replace(/^[₩$€£¥]/u, '')
    .replace(/(건|명|원|대|회|MW|kWh)$/u, '');
}

/**
 * A number of a cell; thousands may be grouped by the other mark. NaN for an empty cell, null for what is no number.
 *
 * @example parseNumber('1,234.5') // => 1234.5
 * @example parseNumber('1.234,5', 'comma') // => 1234.5
 * @example parseNumber('₩1,200') // => 1200
 * @example parseNumber('1,23') // => null
 */
export function parseNumber(cell: string, mark: DecimalMark = 'point'): number | null {
  const text = digitsOf(cell);
  if (UNKNOWN.test(text)) return Number.NaN;
  const [grouped, plain, group] = mark === 'point' ? [GROUPED_BY_COMMAS, POINT, ','] : [GROUPED_BY_POINTS, COMMA, '.'];
  if (!grouped.test(text) && !plain.test(text)) return null;
  return Number((grouped.test(text) ? text.replaceAll(group, '') : text).replace(',', '.'));
}
