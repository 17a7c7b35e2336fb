const UNITS = [
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1_000, 's'],
] as const;

/**
 * A duration in milliseconds as a surge file writes it, in the largest unit that leaves no fraction.
 *
 * @example sayDuration(3_600_000) // => '1 h'
 */
export function sayDuration(milliseconds: number): string {
  for (const [size, unit] of UNITS)
    if (milliseconds >= size && Number.isInteger(milliseconds / size)) return `${milliseconds / size} ${unit}`;
  if (milliseconds > 1_000) return `${Number((milliseconds / 1_000).toPrecision(6))} s`;
  return `${Number(milliseconds.toPrecision(6))} ms`;
}

/**
 * A share as a surge file writes it.
 *
 * @example sayShare(0.001) // => '0.1 %'
 */
export function sayShare(share: number): string {
  return `${Number((share * 100).toPrecision(6))} %`;
}
