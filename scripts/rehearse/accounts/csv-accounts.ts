import { readFileSync } from 'node:fs';
import { type CsvError, parse } from 'csv-parse/sync';
import { errnoSentence } from '../../errors/errno.ts';

/** One row of a CSV file of accounts, by column. */
export type CsvAccount = Readonly<Record<string, string>>;

export type CsvAccounts = { readonly rows: readonly CsvAccount[] } | { readonly problems: readonly string[] };

/** The records of a file, all columns; quotes, a byte order mark and either end of line are understood. */
function records(text: string): { header: readonly string[]; rows: readonly string[][] } {
  const [header = [], ...rows] = parse(text, { bom: true, skip_empty_lines: true, trim: true }) as string[][];
  return { header, rows };
}

/** Reads the columns that a surge file names. What is wrong is said with the file and the line. */
export function csvAccounts(file: string, shown: string, columns: readonly string[]): CsvAccounts {
  const refuse = (...problems: string[]): CsvAccounts => ({ problems: problems.map((problem) => `accounts: ${problem}`) });
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return refuse(`${shown} must be readable: ${errnoSentence(error)}`);
  }
  try {
    const { header, rows } = records(text);
    const missing = columns.filter((column) => !header.includes(column));
    if (missing.length > 0)
      return refuse(`${shown} must have the columns ${columns.join(', ')}, got ${header.join(', ') || 'an empty file'}`);
    if (rows.length === 0) return refuse(`${shown} must have at least one row below its header, got none`);
    const places = columns.map((column) => header.indexOf(column));
    return { rows: rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[places[i]!] ?? '']))) };
  } catch (error) {
    const { lines, message } = error as CsvError & { lines?: number };
    return refuse(`${shown}${lines === undefined ? '' : `:${lines}`} must be CSV: ${message}`);
  }
}
