import { writeFile } from 'node:fs/promises';

/** Writes accounts as the JSON array that k6 reads. The folder is a temporary one: accounts are never kept with a run. */
export async function writeAccounts(file: string, accounts: readonly unknown[]): Promise<void> {
  await writeFile(file, `[\n${accounts.map((account) => JSON.stringify(account ?? null)).join(',\n')}\n]\n`, { mode: 0o600 });
}
