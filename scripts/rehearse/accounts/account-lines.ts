import type { AccountRow } from '../../../models/workload/users/accounts-file.ts';

/** Shorter texts are cheaper to repeat than to look up. */
const SHORTEST = 64;

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (account: unknown): account is Fields => typeof account === 'object' && account !== null && !Array.isArray(account);
const isLong = (value: unknown): value is string => typeof value === 'string' && value.length >= SHORTEST;

/** Long texts that several accounts have, in the order in which they come up. */
function repeatedTexts(accounts: readonly unknown[]): string[] {
  const seen = new Map<string, number>();
  for (const account of accounts)
    if (isRecord(account)) for (const value of Object.values(account)) if (isLong(value)) seen.set(value, (seen.get(value) ?? 0) + 1);
  return [...seen].filter(([, times]) => times > 1).map(([text]) => text);
}

/**
 * Accounts as the lines that k6 reads. What they share stands once, in the first line: test keys of a few kB that thousands of people have
 * would fill the memory of k6.
 */
export function accountLines(accounts: readonly unknown[]): string {
  const texts = repeatedTexts(accounts);
  const places = new Map(texts.map((text, i) => [text, i]));
  const row = (account: unknown): AccountRow => {
    const given = account ?? null;
    if (!isRecord(given)) return [given];
    const shared = Object.entries(given).flatMap(([name, value]) => {
      const place = isLong(value) ? places.get(value) : undefined;
      return place === undefined ? [] : [[name, place] as const];
    });
    if (shared.length === 0) return [given];
    const names = new Set(shared.map(([name]) => name));
    return [Object.fromEntries(Object.entries(given).filter(([name]) => !names.has(name))), shared];
  };
  return `${[texts, ...accounts.map(row)].map((line) => JSON.stringify(line)).join('\n')}\n`;
}
