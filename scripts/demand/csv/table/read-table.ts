import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { SurgeproofError } from '../../../errors/surgeproof-error.ts';
import { decodeText } from './decode-text.ts';
import { findHeader } from './find-header.ts';
import { linesOfText } from './lines-of-text.ts';
import { otherFile } from './other-file.ts';
import type { Row, Table } from './table.ts';

/** Lines that are named one by one. */
const MOST_TOLD = 3;

/** The rows of a text with the lines on which they end, without those that hold nothing. */
function parsed(text: string, delimiter: string): Row[] {
  const records = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true, trim: true, bom: true, info: true });
  return (records as unknown as { record: string[]; info: { lines: number } }[])
    .map(({ record, info }) => ({ line: info.lines, cells: record }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** Without columns that have neither a name nor a value. */
function withoutBlankColumns(header: readonly string[], rows: readonly Row[]): { header: string[]; rows: Row[] } {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), header.length);
  const used = Array.from({ length: width }, (_, i) => i).filter(
    (i) => (header[i] ?? '') !== '' || rows.some(({ cells }) => (cells[i] ?? '') !== ''),
  );
  const kept = (cells: readonly string[]): string[] => used.map((i) => cells[i] ?? '');
  return { header: kept(header), rows: rows.map(({ line, cells }) => ({ line, cells: kept(cells) })) };
}

/** "lines 1 to 3 before the names". */
function linesBefore(before: readonly Row[]): string[] {
  if (before.length === 0) return [];
  const [first, last] = [before[0]!.line, before[before.length - 1]!.line];
  return [`${first === last ? `line ${first}` : `lines ${first} to ${last}`} before the names of the columns`];
}

/** Reads a CSV file, whatever spreadsheet or monitoring system wrote it. A file that cannot be read is a sentence. */
export async function readTable(file: string): Promise<Table> {
  const refuse = (problem: string): never => {
    throw new SurgeproofError('unreadable-file', { file, problems: [problem] });
  };
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => refuse(`must be a file that can be read, got ${error.code}`));
  const other = otherFile(bytes);
  if (other !== null) return refuse(`must be CSV, got ${other.kind}; ${other.remedy}`);
  try {
    const { text, delimiter, comments } = linesOfText(decodeText(bytes));
    const all = parsed(text, delimiter);
    const commented = comments.map((line) => line.split(delimiter).map((cell) => cell.trim()));
    const found = findHeader(all, commented);
    if (found.rows.length === 0) return refuse(`must have a line of names and lines of values, got ${all.length} lines`);
    const { header, rows } = withoutBlankColumns(found.header, found.rows);
    const isNames = ({ cells }: Row): boolean => cells.every((cell, i) => cell === header[i]);
    const again = rows.filter(isNames);
    const leftOut = [...linesBefore(found.before), ...again.map(({ line }) => `line ${line}, the names again`).slice(0, MOST_TOLD)];
    return { file, delimiter, header, rows: rows.filter((row) => !isNames(row)), comments, leftOut };
  } catch (error) {
    if (error instanceof SurgeproofError) throw error;
    return refuse(`must be CSV, got ${(error as Error).message}`);
  }
}
