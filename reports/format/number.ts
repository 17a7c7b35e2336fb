import { sayNumber } from '../../models/words/count.ts';
import { sayShare } from '../../models/words/share.ts';

/** A share in percent without its unit, for tables that carry the unit in the header. */
export function percentNumber(share: number | null): string {
  return sayShare(share).replace(/ %$/, '');
}

/**
 * A number that was forecast or fitted: three significant digits, as more digits would be false precision.
 * @example estimate(4812.4) // => '4,810'
 * @example estimate(1.5) // => '1.5'
 */
export function estimate(value: number | null): string {
  return sayNumber(value === null ? null : Number(value.toPrecision(3)));
}
