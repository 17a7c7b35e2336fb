import { writeFile } from 'node:fs/promises';
import { accountLines } from './account-lines.ts';

/** Writes accounts for k6; returns the number of characters. The folder is a temporary one: accounts are never kept with a run. */
export async function writeAccounts(file: string, accounts: readonly unknown[]): Promise<number> {
  const lines = accountLines(accounts);
  await writeFile(file, lines, { mode: 0o600 });
  return lines.length;
}
