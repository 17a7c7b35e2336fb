import { distance } from 'fastest-levenshtein';

/** Largest share of the letters of a known word that may differ. */
const TOLERATED = 1 / 3;
/** Letters from which the beginning of a known word counts as that word. */
const FEWEST_LETTERS = 3;
/** Letters compared at most: input may be of any length. */
const MOST_LETTERS = 100;

/**
 * The known word that was most likely meant; null when none is near. The beginning of a known word counts as near.
 *
 * @example similarTo('voucher-lanch', ['voucher-launch', 'smoke']) // => 'voucher-launch'
 * @example similarTo('xyz', ['voucher-launch', 'smoke']) // => null
 */
export function similarTo(given: string, known: readonly string[]): string | null {
  const word = given.toLowerCase().slice(0, MOST_LETTERS);
  const begun = known.find((one) => word.length >= FEWEST_LETTERS && one.startsWith(word));
  if (begun !== undefined) return begun;
  const ranked = known.map((one) => ({ one, edits: distance(word, one) })).sort((a, b) => a.edits - b.edits);
  const [nearest] = ranked;
  return nearest !== undefined && nearest.edits <= Math.ceil(nearest.one.length * TOLERATED) ? nearest.one : null;
}
