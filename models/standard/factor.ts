import { Refusal } from '../refusal.ts';

/** A factor of the sizing standard: its name there, what the standard allows, and the value it has when none is given. */
export interface Factor {
  readonly symbol: string;
  /** As in the standard. */
  readonly korean: string;
  readonly english: string;
  /** From the one to the other; null for a quantity of the system, zero or more, that no table limits. */
  readonly range: readonly [low: number, high: number] | null;
  /** The values of a table that has no others, such as those of RAID levels. */
  readonly values?: readonly number[];
  /** Absent where the standard leaves none: it must be given. */
  readonly usual?: number;
}

/** Table of one formula, by symbol, in its order. */
export type FactorTable<Symbols extends string> = { readonly [S in Symbols]: Factor };

/**
 * What the standard allows, as a form shows it: `1.2–1.5`, `3`, `0.7, 2`, or `–` for a quantity of the system.
 * @example rangeOf({ symbol: 'S6', korean: '', english: '', range: [1.2, 1.5] }) // => '1.2–1.5'
 */
export function rangeOf({ range, values }: Factor): string {
  if (values !== undefined) return values.join(', ');
  if (range === null) return '–';
  const [low, high] = range;
  return low === high ? String(low) : `${low}–${high}`;
}

/**
 * Why a value of a factor is refused, or null when the standard has it.
 * @example factorProblem({ symbol: 'S3', korean: '', english: 'basic', range: [3, 3] }, 1) // => 'S3 (basic): must be 3, as the standard has it, got 1'
 */
export function factorProblem({ symbol, english, range, values }: Factor, value: number | undefined): string | null {
  const refused = (rule: string) => `${symbol} (${english}): must be ${rule}, got ${value}`;
  if (value === undefined || !(value >= 0 && value < Number.POSITIVE_INFINITY)) return refused('a number of at least 0');
  if (values !== undefined) return values.includes(value) ? null : refused(`one of ${values.join(', ')}, as the standard has it`);
  if (range === null || (value >= range[0] && value <= range[1])) return null;
  const [low, high] = range;
  return refused(`${low === high ? low : `from ${low} to ${high}`}, as the standard has it`);
}

/**
 * Values of a formula's factors: those given, held against the standard, and the usual ones for the others. Refuses with every problem at once.
 * @example factorValues({ A: { symbol: 'A', korean: '', english: '', range: [1, 2], usual: 1.5 } }, {}).A // => 1.5
 */
export function factorValues<Symbols extends string>(
  table: FactorTable<Symbols>,
  given: { readonly [S in Symbols]?: number },
): { readonly [S in Symbols]: number } {
  const values = {} as { [S in Symbols]: number };
  const problems: string[] = [];
  for (const symbol of Object.keys(table) as Symbols[]) {
    const value = given[symbol] ?? table[symbol].usual;
    const problem = factorProblem(table[symbol], value);
    if (problem !== null) problems.push(problem);
    else values[symbol] = value!;
  }
  if (problems.length > 0) throw new Refusal('out-of-range', problems.join('; '));
  return values;
}

/**
 * The chain of a formula of the standard: all factors multiplied, divided by those named.
 * @example factorChain({ A: 6, B: 2, C: 4 }, ['C']) // => 3
 */
export function factorChain<Symbols extends string>(values: { readonly [S in Symbols]: number }, divisors: readonly Symbols[]): number {
  const symbols = Object.keys(values) as Symbols[];
  return symbols.reduce((chain, symbol) => (divisors.includes(symbol) ? chain / values[symbol] : chain * values[symbol]), 1);
}

/** A factor with a range and a usual value; the ends of a fixed factor are equal. */
export const ranged = (symbol: string, korean: string, english: string, range: readonly [number, number], usual: number): Factor => ({
  symbol,
  korean,
  english,
  range,
  usual,
});

/** A factor with a value for each row of a table. */
export const listed = (symbol: string, korean: string, english: string, values: readonly number[], usual?: number): Factor => ({
  symbol,
  korean,
  english,
  range: null,
  values,
  ...(usual === undefined ? {} : { usual }),
});

/** A quantity of the system to be sized, zero or more, that has to be given unless it has a usual value. */
export const quantity = (symbol: string, korean: string, english: string, usual?: number): Factor => ({
  symbol,
  korean,
  english,
  range: null,
  ...(usual === undefined ? {} : { usual }),
});
