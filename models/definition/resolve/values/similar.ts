/** Letters put in, left out, changed or swapped with their neighbour between two texts: Damerau 1964, optimal string alignment. */
function edits(one: string, other: string): number {
  let earlier: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const change = row[j - 1]! + (same ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1, swapped ? earlier[j - 2]! + 1 : Infinity));
    }
    earlier = row;
    row = next;
  }
  return row[other.length]!;
}

/** The known name that somebody probably meant; null when none is near. */
export function similarName(name: string, known: readonly string[]): string | null {
  const near = known
    .map((other) => ({ other, far: edits(name.toLowerCase(), other.toLowerCase()) }))
    .filter(({ other, far }) => far <= Math.max(1, Math.floor(other.length / 3)))
    .sort((a, b) => a.far - b.far);
  return near[0]?.other ?? null;
}
