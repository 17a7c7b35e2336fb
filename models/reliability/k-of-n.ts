import { mustBe } from '../numeric/must-be.ts';
import { Refusal } from '../refusal.ts';

/** Most servers: more terms would take seconds. */
const MOST_SERVERS = 10_000_000;

/**
 * Probability that at least k of n servers are up.
 * Used to choose spare servers for failures that come one at a time.
 *
 *   P = Σ_{i≥k} C(n, i) p^i (1 − p)^{n−i}
 *
 *   k  servers needed   n  servers in all   p  availability of each
 *
 * Terms are built outwards from the most likely number, all positive, and normalised, so that n may be large.
 * Valid for: independent failures; a zone that fails as a whole is `zoneServers`.
 * @example kOfN({ needed: 1, total: 2, availability: 0.5 }) // => 0.75
 */
export function kOfN({ needed, total, availability }: { needed: number; total: number; availability: number }): number {
  mustBe.whole('total', total, 1, MOST_SERVERS);
  mustBe.whole('needed', needed, 0, MOST_SERVERS);
  mustBe.share('availability', availability);
  if (needed > total) throw new Refusal('out-of-range', `needed: must be at most the total (${total}), got ${needed}`);
  if (availability === 0 || availability === 1) return needed === 0 || availability === 1 ? 1 : 0;
  const odds = availability / (1 - availability);
  const mode = Math.min(total, Math.floor((total + 1) * availability));
  let [enough, short] = [0, 0];
  const count = (up: number, weight: number) => {
    if (up >= needed) enough += weight;
    else short += weight;
  };
  count(mode, 1);
  let weight = 1;
  for (let up = mode; up < total && weight > 0; up++) {
    weight *= ((total - up) / (up + 1)) * odds;
    count(up + 1, weight);
  }
  weight = 1;
  for (let up = mode; up > 0 && weight > 0; up--) {
    weight *= up / ((total - up + 1) * odds);
    count(up - 1, weight);
  }
  return enough / (enough + short);
}
