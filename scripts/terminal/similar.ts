/** Longest distance at which a typo is still a typo: a third of the word. */
const TOLERATED = 1 / 3;

/** Edits (insert, delete, replace) between two words, by the algorithm of Wagner and Fischer (1974). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}

/**
 * The known word a person most likely meant; null when none is near. A beginning of a known word counts as near.
 *
 * @example similarTo('onnuri-lanch', ['onnuri-launch', 'smoke']) // => 'onnuri-launch'
 * @example similarTo('xyz', ['onnuri-launch', 'smoke']) // => null
 */
export function similarTo(given: string, known: readonly string[]): string | null {
  const word = given.toLowerCase().slice(0, 100);
  const begun = known.find((one) => word.length >= 3 && one.startsWith(word));
  if (begun !== undefined) return begun;
  const ranked = known.map((one) => ({ one, edits: distance(word, one) })).sort((a, b) => a.edits - b.edits);
  const [nearest] = ranked;
  return nearest !== undefined && nearest.edits <= Math.ceil(nearest.one.length * TOLERATED) ? nearest.one : null;
}
