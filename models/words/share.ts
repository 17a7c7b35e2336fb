import { isNumber, sayNumber } from './count.ts';

/** From here on three digits would round to 100 %. */
const NEARLY_ALL = 0.9995;

/**
 * A share, 0 to 1, in percent with three significant digits; a near miss is never rounded to 100 %. `–` where there is no share.
 *
 * @example sayShare(0.9312) // => '93.1 %'
 * @example sayShare(0.001) // => '0.1 %'
 * @example sayShare(0.99996) // => '99.996 %'
 */
export function sayShare(share: number | null): string {
  if (!isNumber(share)) return '–';
  if (share < NEARLY_ALL || share >= 1) return `${sayNumber(100 * share)} %`;
  const floored = Math.floor(share * 1e5) / 1e3;
  return `${floored.toFixed(3).replace(/0+$/, '')} %`;
}
