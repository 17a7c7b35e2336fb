import type { Bench } from './harness/bench-context.ts';

/** The benches of these names, in the order of the table; all without a name. Throws a sentence about an unknown one. */
export function chosenBenches(benches: readonly Bench[], names: readonly string[]): Bench[] {
  const known = benches.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`bench: must be one of ${known.join(', ')}, got ${unknown.join(', ')}`);
  return benches.filter(({ name }) => names.length === 0 || names.includes(name));
}
