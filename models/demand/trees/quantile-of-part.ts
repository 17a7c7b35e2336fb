/**
 * Quantile of values[rows[from … to)]: the value that has that share of the others before it in order. By selection (C. A. R. Hoare, Algorithm 65, CACM 4
 * (1961)), as sorting would cost more than growing the tree.
 *
 * @example quantileOfPart(Float64Array.of(5, 9, 1), Int32Array.of(0, 1, 2), 0, 3, 0.5) // => 5
 */
export function quantileOfPart(values: Float64Array, rows: Int32Array, from: number, to: number, level: number): number {
  const part = new Float64Array(to - from);
  for (let i = from; i < to; i++) part[i - from] = values[rows[i]!]!;
  const wanted = Math.min(part.length - 1, Math.floor(level * part.length));
  let low = 0;
  let high = part.length - 1;
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
