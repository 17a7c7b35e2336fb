/** One of the names by its share; null for the rest, when the shares add up to less than 1. */
export function drawName<Name extends string>(shares: Readonly<Partial<Record<Name, number>>>, random: () => number): Name | null {
  let left = random();
  for (const [name, share] of Object.entries<number | undefined>(shares)) {
    left -= share ?? 0;
    if (left < 0) return name as Name;
  }
  return null;
}
