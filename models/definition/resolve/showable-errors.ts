/** A run without any error shows a share of at most 3 in n (rule of three, Hanley 1983); a fourth leaves room for one. */
const ERRORS_SHOWN_BY = 4;
const LIMITS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05] as const;

/**
 * A limit on errors that nobody gave, or the one that so few attempts can show.
 *
 * @example showableErrors(0.01, 200) // => 0.02
 * @example showableErrors(0.01, 1000) // => 0.01
 */
export function showableErrors(limit: number, attempts: number): number {
  const least = ERRORS_SHOWN_BY / attempts;
  return Math.max(limit, LIMITS.find((step) => step >= least) ?? LIMITS.at(-1)!);
}
