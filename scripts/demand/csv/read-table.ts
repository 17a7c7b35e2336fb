import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import { decodeText } from './decode-text.ts';

/** A table as text. */
export interface Table {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const DELIMITERS = [',', '\t', ';', '|'];

/** The delimiter that occurs most often in the first line. */
const delimiterOf = (text: string): string => {
  const line = text.slice(0, text.search(/[\r\n]|$/));
  return DELIMITERS.reduce((best, one) => (line.split(one).length > line.split(best).length ? one : best));
};

/** Reads a CSV file, whatever spreadsheet wrote it. A file that cannot be read is a sentence. */
export async function readTable(file: string): Promise<Table> {
  const refuse = (problem: string): never => {
    throw new SurgeproofError('unreadable-file', { file, problems: [problem] });
  };
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => refuse(`must be a file that can be read, got ${error.code}`));
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return refuse('must be CSV, got a spreadsheet (xlsx); save it as CSV first');
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return refuse('must be CSV, got a spreadsheet (xls); save it as CSV first');
  const text = decodeText(bytes);
  try {
    const rows = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      bom: true,
    }) as string[][];
    const [header, ...body] = rows;
    if (header === undefined || body.length === 0) return refuse(`must have a line of names and lines of values, got ${rows.length} lines`);
    return { file, header, rows: body };
  } catch (error) {
    if (error instanceof SurgeproofError) throw error;
    return refuse(`must be CSV, got ${(error as Error).message}`);
  }
}
