import { SharedArray } from 'k6/data';
import type { AccountRow } from '../../models/workload/users/accounts-file.ts';

/** Account of person `number`, 0 and up. */
export type AccountOf = (number: number) => unknown;

/**
 * The accounts of a file, shared by all VUs. People beyond its end take the rows from the first again: where a row may
 * serve once only, the run was refused before. Without a file nobody has an account.
 *
 * Rows stay text until somebody needs theirs: k6 would take four times the memory of the file to read all at once.
 */
export function accountsFrom(file: string | null): AccountOf {
  if (file === null) return () => undefined;
  const lines = new SharedArray<string>('accounts', () => open(file).trimEnd().split('\n'));
  const texts = JSON.parse(lines[0]!) as readonly string[];
  return (number) => {
    const [account, shared] = JSON.parse(lines[1 + (number % (lines.length - 1))]!) as AccountRow;
    if (shared !== undefined) for (const [field, place] of shared) (account as Record<string, unknown>)[field] = texts[place];
    return account;
  };
}
