const PLAIN = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
const GROUPED = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const UNKNOWN = /^(|-|na|n\/a|nan|null|none|\.)$/i;

/**
 * A number of a cell: thousand separators, blanks, a currency before it and a unit behind it (건, 명, 원, 대) are allowed. NaN for an empty cell, null for what is no number.
 *
 * @example parseNumber('1,234.5') // => 1234.5
 * @example parseNumber(' 12명') // => 12
 * @example parseNumber('₩1,200') // => 1200
 * @example parseNumber('1,23') // => null
 */
export function parseNumber(cell: string): number | null {
  const text = cell
    .replace(/[\s_]/g, '')
    .replace(/^[₩$€£¥]/u, '')
    .replace(/(건|명|원|대|회|MW|kWh)$/u, '');
  if (UNKNOWN.test(text)) return Number.NaN;
  if (GROUPED.test(text)) return Number(text.replaceAll(',', ''));
  return PLAIN.test(text) ? Number(text) : null;
}
