/**
 * A number with so many significant digits, thousands separated, and at most three places.
 *
 * @example sayDigits(32404, 4) // => '32,400'
 */
export const sayDigits = (value: number, digits: number): string => Number(value.toPrecision(digits)).toLocaleString('en');
