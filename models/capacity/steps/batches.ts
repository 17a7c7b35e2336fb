/** Splits items into at most `most` batches of neighbours whose sizes differ by at most one. */
export function batched<Item>(items: readonly Item[], most: number): Item[][] {
  const batches = Math.min(most, items.length);
  return Array.from({ length: batches }, (_, i) =>
    items.slice(Math.floor((i * items.length) / batches), Math.floor(((i + 1) * items.length) / batches)),
  );
}

/** Variance of the mean of independent values. */
export function varianceOfMean(values: readonly number[]): number {
  const mean = average(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length * Math.max(1, values.length - 1));
}

export const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
