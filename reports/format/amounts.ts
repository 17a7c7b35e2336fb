import { sayAmount } from '../../models/words/amount.ts';

/**
 * An amount of the series with its unit, which stays on its line.
 * @example demandText(3129800, 'vehicles') // => '3,130,000\u00a0vehicles'
 */
export function demandText(value: number | null, unit: string): string {
  return `${sayAmount(value)}${unit === '' || value === null ? '' : `\u00a0${unit}`}`;
}

/**
 * A chance in whole percent: two thousand futures know no more.
 * @example chanceText(0.3372) // => '34 %'
 * @example chanceText(0.0004) // => 'below 1 %'
 */
export function chanceText(share: number): string {
  return share < 0.01 ? 'below 1 %' : `${Math.round(100 * share)} %`;
}

/**
 * A ratio in words.
 * @example againstText(1.175) // => '18 % above'
 * @example againstText(0.999) // => 'level with'
 */
export function againstText(ratio: number): string {
  const percent = Math.round(100 * (ratio - 1));
  return percent === 0 ? 'level with' : `${Math.abs(percent)} % ${percent < 0 ? 'below' : 'above'}`;
}

/**
 * A factor on a usual day as a change.
 * @example changeText(1.175) // => '+18 %'
 * @example changeText(0.9) // => '−10 %'
 */
export function changeText(factor: number): string {
  const percent = Math.round(100 * (factor - 1));
  return `${percent < 0 ? '−' : '+'}${Math.abs(percent)} %`;
}
