import type { CriterionResult } from '../results/verdict.ts';
import { isNumber, sayCount } from './count.ts';
import { sayTime } from './duration.ts';
import { sayShare } from './share.ts';

const ratio = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });

/**
 * A value of a criterion in its unit; `–` where nothing was measured. A ratio has four decimals, as rank correlations lie near 1.
 *
 * @example sayValue(0.99876, 'ratio') // => '0.9988'
 * @example sayValue(1500, 'ms') // => '1.5 s'
 */
export function sayValue(value: number | null, unit: CriterionResult['unit']): string {
  if (unit === 'ms') return sayTime(value);
  if (unit === 'share') return sayShare(value);
  if (unit === 'count') return sayCount(value);
  return isNumber(value) ? ratio.format(value).replace('-', '−') : '–';
}
