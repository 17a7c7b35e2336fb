const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** A finite number with `decimals` places and thousands separated; a rounded zero has no sign. */
function fixed(value: number, decimals: number): string {
  const [integer = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const text = grouped(integer) + (fraction ? `.${fraction}` : '');
  return value < 0 && Number(Math.abs(value).toFixed(decimals)) > 0 ? `−${text}` : text;
}

/**
 * Three significant digits, thousands separated, no exponent; `–` where there is no number.
 * @example threeDigits(4812.4) // => '4,810'
 * @example threeDigits(0.98765) // => '0.988'
 * @example threeDigits(12) // => '12'
 * @example threeDigits(null) // => '–'
 */
export function threeDigits(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return '–';
  const rounded = Number(value.toPrecision(3));
  if (rounded === 0) return '0';
  const size = Math.floor(Math.log10(Math.abs(rounded)));
  const decimals = Number.isInteger(rounded) ? 0 : Math.min(Math.max(2 - size, 0), 6);
  return fixed(rounded, decimals);
}

/**
 * Three digits without trailing zeros, for ticks and limits: a budget of 1.5 s is not known to ten milliseconds.
 * @example trimmed(1.5) // => '1.5'
 * @example trimmed(200) // => '200'
 */
export function trimmed(value: number): string {
  return threeDigits(value)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}

/**
 * A count as it is, thousands separated.
 * @example whole(1234567) // => '1,234,567'
 */
export function whole(value: number | null): string {
  return value === null || !Number.isFinite(value) ? '–' : fixed(Math.round(value), 0);
}

/**
 * A share 0…1 in percent with three digits; never rounds a small violation to 0 or a near miss to 100.
 * @example percent(0.12345) // => '12.3 %'
 * @example percent(0.99996) // => '99.996 %'
 * @example percent(1) // => '100 %'
 */
export function percent(share: number | null): string {
  return share === null ? '–' : `${percentNumber(share)} %`;
}

/** `percent` without its unit, for tables that carry the unit in the header. */
export function percentNumber(share: number | null): string {
  if (share === null || !Number.isFinite(share)) return '–';
  if (share > 0.999 && share < 1) return (Math.floor(share * 1e5) / 1e3).toFixed(3);
  return threeDigits(share * 100);
}
