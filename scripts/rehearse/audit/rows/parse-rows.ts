import { type CsvError, parse } from 'csv-parse/sync';
import { isTooDeep } from '../../../run-folder/untrusted/cleaned.ts';
import { RecordsError } from '../limits.ts';

/** A record as the service gives it: values by its own names of the columns. */
export type Raw = Readonly<Record<string, unknown>>;

/** One page of records; `next`: where the next one is, null for the last. */
export interface RecordsPage {
  readonly rows: readonly Raw[];
  readonly next: string | null;
}

const isObject = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function objects(values: readonly unknown[], what: string): Raw[] {
  const odd = values.findIndex((value) => !isObject(value));
  if (odd >= 0) throw new RecordsError(`${what} ${odd + 1} must be a JSON object, and is none`);
  return values as Raw[];
}

/** A page in JSON: a list, or `{ records, next }`. */
function jsonPage(text: string): RecordsPage | null {
  if (isTooDeep(text)) throw new RecordsError('must be records without deep nesting');
  const value = parsedJson(text);
  if (Array.isArray(value)) return { rows: objects(value, 'record'), next: null };
  if (!isObject(value) || !Array.isArray(value.records)) return null;
  const next = value.next ?? null;
  if (next !== null && typeof next !== 'string') throw new RecordsError('next must be a text or null');
  return { rows: objects(value.records, 'record'), next };
}

const linesPage = (text: string): RecordsPage => ({
  rows: objects(
    text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [parsedJson(line)])),
    'line',
  ),
  next: null,
});

function csvPage(text: string): RecordsPage {
  try {
    return { rows: parse(text, { bom: true, columns: true, skip_empty_lines: true, trim: true }) as Raw[], next: null };
  } catch (error) {
    throw new RecordsError(`must be NDJSON, JSON or CSV with a line of names: ${(error as CsvError).message}`);
  }
}

/** Records in any of the documented forms; which one is seen by how the text begins. */
export function pageOf(text: string): RecordsPage {
  const beginning = text.trimStart().slice(0, 1);
  if (beginning === '') return { rows: [], next: null };
  if (beginning !== '{' && beginning !== '[') return csvPage(text);
  // The first line of NDJSON is a whole record; one of a page is not, or has the list of records.
  const first = parsedJson(text.trimStart().split('\n', 1)[0]!);
  if (isObject(first) && !Array.isArray(first.records)) return linesPage(text);
  const page = jsonPage(text);
  if (page === null) throw new RecordsError('must be NDJSON, a list in JSON, { "records": […], "next": … }, or CSV');
  return page;
}
