import { SharedArray } from 'k6/data';
import type { AccountRow, AccountsFile } from '../../models/workload/users/accounts-file.ts';

/** Account of person `number`, 0 and up. */
export type AccountOf = (number: number) => unknown;

/**
 * The accounts of a file, shared by all VUs. People beyond its end take the rows from the first again: where a row may
 * serve once only, the run was refused before. Without a file nobody has an account.
 */
export function accountsFrom(file: string | null): AccountOf {
  if (file === null) return () => undefined;
  const read = (): AccountsFile => JSON.parse(open(file)) as AccountsFile;
  const known = new SharedArray<AccountRow>('accounts', () => [...read().accounts]);
  const texts = new SharedArray<string>('texts of accounts', () => [...read().texts]);
  return (number) => {
    const [account, shared] = known[number % known.length]!;
    if (shared === undefined) return account;
    // k6 freezes what it hands out.
    return { ...(account as object), ...Object.fromEntries(shared.map(([field, place]) => [field, texts[place]])) };
  };
}
