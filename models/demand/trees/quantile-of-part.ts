/**
 * Quantile of values[rows[from … to)]: the value that has that share of the others before it in order. By selection (C. A. R. Hoare, Algorithm 65, CACM 4
 * (1961)), as sorting would cost more than growing the tree.
 *
 * @param part room for the part, which is overwritten: leaves are many
 * @example quantileOfPart(Float64Array.of(5, 9, 1), Int32Array.of(0, 1, 2), { from: 0, to: 3 }, 0.5) // => 5
 */
export function quantileOfPart(
  values: Float64Array,
  rows: Int32Array,
  { from, to }: { readonly from: number; readonly to: number },
  level: number,
  part: Float64Array = new Float64Array(to - from),
): number {
  const count = to - from;
  for (let i = 0; i < count; i++) part[i] = values[rows[from + i]!]!;
  const wanted = Math.min(count - 1, Math.floor(level * count));
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const pivot = part[(low + high) >>> 1]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (part[i]! < pivot) i++;
      while (part[j]! > pivot) j--;
      if (i > j) break;
      const swapped = part[i]!;
      part[i++] = part[j]!;
      part[j--] = swapped;
    }
    if (wanted <= j) high = j;
    else if (wanted >= i) low = i;
    else break;
  }
  return part[wanted]!;
}
