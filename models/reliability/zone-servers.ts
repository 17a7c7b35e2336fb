import { mustBe } from '../numeric/must-be.ts';

/**
 * Servers, spread evenly over zones, of which enough are left when one zone fails.
 * Used because "one more" is not enough: 40 needed over 3 zones are 60, not 41.
 *
 *   z ⌈n/(z − 1)⌉
 *
 *   n  servers needed   z  zones, at least two
 *
 * Valid for: equal zones, traffic spread again over those that are left.
 * @example zoneServers({ needed: 40, zones: 3 }) // => 60
 */
export function zoneServers({ needed, zones }: { needed: number; zones: number }): number {
  mustBe.whole('needed', needed);
  mustBe.whole('zones', zones, 2);
  return zones * Math.ceil(needed / (zones - 1));
}
