import { mustBe } from '../numeric/must-be.ts';

/** A factor of the sizing standard: its name there, its range, and the value it has when none is given. */
export interface Factor {
  readonly symbol: string;
  /** As in the standard. */
  readonly korean: string;
  readonly english: string;
  readonly low: number;
  readonly high: number;
  /** Absent where the standard leaves none: it must be given. */
  readonly usual?: number;
}

/** Table of one formula, by symbol, in its order. */
export type FactorTable<Symbols extends string> = { readonly [S in Symbols]: Factor };

/**
 * Values of a formula's factors: those given, held against their ranges, and the usual ones for the others.
 * @example factorValues({ A: { symbol: 'A', korean: '', english: '', low: 1, high: 2, usual: 1.5 } }, {}).A // => 1.5
 */
export function factorValues<Symbols extends string>(
  table: FactorTable<Symbols>,
  given: { readonly [S in Symbols]?: number },
): { readonly [S in Symbols]: number } {
  const values = {} as { [S in Symbols]: number };
  for (const symbol of Object.keys(table) as Symbols[]) {
    const { english, low, high, usual } = table[symbol];
    const value = given[symbol] ?? usual ?? Number.NaN;
    if (high === Number.POSITIVE_INFINITY && low === 0) mustBe.nonNegative(`${symbol} (${english})`, value);
    else mustBe.between(`${symbol} (${english})`, value, low, high);
    values[symbol] = value;
  }
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

const NO_BOUND = Number.POSITIVE_INFINITY;

/** A factor with a range and a usual value. */
export const ranged = (symbol: string, korean: string, english: string, range: readonly [number, number], usual: number): Factor => ({
  symbol,
  korean,
  english,
  low: range[0],
  high: range[1],
  usual,
});

/** A quantity of the system to be sized, zero or more, that has to be given unless it has a usual value. */
export const quantity = (symbol: string, korean: string, english: string, usual?: number): Factor => ({
  symbol,
  korean,
  english,
  low: 0,
  high: NO_BOUND,
  ...(usual === undefined ? {} : { usual }),
});
