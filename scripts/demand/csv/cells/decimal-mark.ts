import { type DecimalMark, digitsOf } from './parse-number.ts';

/** `1.049`, but not `0.731`: it may be a thousand and something, or one and something. */
const GROUPED = { point: /^[-+]?[1-9]\d{0,2}(\.\d{3})+$/, comma: /^[-+]?[1-9]\d{0,2}(,\d{3})+$/ } as const;

const has = (character: string) => (text: string) => text.includes(character);
/** Two of the same mark can only group thousands. */
const isRepeated = (character: string) => (text: string) => text.indexOf(character) !== text.lastIndexOf(character);
const isThousandUngrouped = (text: string): boolean => /^[-+]?\d{4,}$/.test(text);

/** The mark of cells that hold both: the last one is the decimal mark. */
const markOfBoth = (text: string): DecimalMark => (text.lastIndexOf('.') > text.lastIndexOf(',') ? 'point' : 'comma');

/**
 * The decimal mark of a column of numbers. `unclear` with the cell that shows it, where `1.049` could be either: a wrong guess is wrong by a
 * thousand.
 *
 * @param delimiter of the table: between commas, a comma inside a quoted number groups thousands
 *
 * @example decimalMark(['987', '1.049'], ';') // => { unclear: '1.049' }
 * @example decimalMark(['0.5', '1.049'], ';') // => 'point'
 * @example decimalMark(['12,5', '1,049'], ';') // => 'comma'
 */
export function decimalMark(cells: readonly string[], delimiter: string): DecimalMark | { readonly unclear: string } {
  const texts = cells.map(digitsOf);
  const [points, commas] = [texts.filter(has('.')), texts.filter(has(','))];
  const both = points.filter(has(','));
  if (both.length > 0) {
    const mark = markOfBoth(both[0]!);
    return both.every((text) => markOfBoth(text) === mark) ? mark : { unclear: both[0]! };
  }
  if (points.length > 0 && commas.length > 0) return { unclear: points[0]! };
  if (points.some(isRepeated('.'))) return 'comma';
  if (points.some((text) => !GROUPED.point.test(text))) return 'point';
  if (points.length > 0) return { unclear: points[0]! };
  if (commas.some((text) => !GROUPED.comma.test(text))) return 'comma';
  const mixed = commas.length > 0 && delimiter !== ',' && !commas.some(isRepeated(',')) && texts.some(isThousandUngrouped);
  return mixed ? { unclear: commas[0]! } : 'point';
}
