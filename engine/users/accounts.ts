import { SharedArray } from 'k6/data';

/** Account of person `number`, 0 and up. */
export type AccountOf = (number: number) => unknown;

/**
 * The accounts of a file (an array in JSON), shared by all VUs. People beyond its end take the rows from the first again: where a row may
 * serve once only, the run was refused before. Without a file nobody has an account.
 */
export function accountsFrom(file: string | null): AccountOf {
  if (file === null) return () => undefined;
  const known = new SharedArray<unknown>('accounts', () => JSON.parse(open(file)));
  return (number) => known[number % known.length];
}
