import { writeFile } from 'node:fs/promises';
import { withSharedTexts } from './shared-texts.ts';

/** Writes accounts as the JSON that k6 reads. The folder is a temporary one: accounts are never kept with a run. */
export async function writeAccounts(file: string, accounts: readonly unknown[]): Promise<void> {
  const { texts, accounts: rows } = withSharedTexts(accounts);
  const json = `{"texts":${JSON.stringify(texts)},"accounts":[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]}\n`;
  await writeFile(file, json, { mode: 0o600 });
}
