import { KIND_NAMES, KINDS, type Kind } from '../../../invariants/records/kinds.ts';
import type { RecordSource } from '../../../workload/audit/audit-spec.ts';
import { at, type Fields, fieldsOf, problem } from '../../../workload/checks/problem.ts';
import { type Problems, readDuration } from '../../units/read-units.ts';
import { readChoice, readFields, readRequiredText, readText } from '../values/read-values.ts';

/** Time for all records of one kind unless given, ms. */
const TIMEOUT = 60_000;

function readTexts(value: unknown, path: string, problems: Problems): Record<string, string> {
  if (value === undefined) return {};
  const fields = fieldsOf(value);
  if (fields === null) problems.push(problem(path, 'be an object of texts', value));
  return Object.fromEntries(Object.entries(fields ?? {}).map(([name, text]) => [name, readRequiredText(text, at(path, name), problems)]));
}

function readColumns(kind: Kind, value: unknown, path: string, problems: Problems): Record<string, string> {
  const columns = readTexts(value, path, problems);
  for (const name of Object.keys(columns)) readChoice(name, Object.keys(KINDS[kind].columns), at(path, name), problems);
  return columns;
}

function readTimeout(value: unknown, path: string, problems: Problems): number {
  return value === undefined ? TIMEOUT : readDuration(value, path, problems);
}

function readPath(value: unknown, path: string, problems: Problems): string {
  if (typeof value === 'string' && /^\/(?!\/)[^\s\\]*$/.test(value)) return value;
  problems.push(problem(path, 'be a path of the target that begins with /', value));
  return '/';
}

function readCommand(value: unknown, path: string, problems: Problems): string[] {
  const words = Array.isArray(value) ? (value as unknown[]) : [];
  if (words.length > 0 && words.every((word) => typeof word === 'string') && words[0] !== '') return words as string[];
  problems.push(problem(path, "be a list of texts, the program first, such as ['psql', '--csv', '-c', 'select …']", value));
  return [];
}

const FROM = { http: ['base', 'headers', 'timeout'], command: ['timeout'], file: [] } as const;

function sourceOf(
  fields: Fields,
  from: keyof typeof FROM,
  columns: Record<string, string>,
  path: string,
  problems: Problems,
): RecordSource {
  const timeout = () => readTimeout(fields.timeout, at(path, 'timeout'), problems);
  switch (from) {
    case 'http': {
      const base = readText(fields.base, 'app', at(path, 'base'), problems);
      const headers = readTexts(fields.headers, at(path, 'headers'), problems);
      return { from, base, path: readPath(fields.http, at(path, 'http'), problems), headers, timeout: timeout(), columns };
    }
    case 'command':
      return { from, command: readCommand(fields.command, at(path, 'command'), problems), timeout: timeout(), columns };
    case 'file':
      return { from, path: readRequiredText(fields.file, at(path, 'file'), problems), columns };
  }
}

function readSource(kind: Kind, value: unknown, path: string, problems: Problems): RecordSource | null {
  const given = fieldsOf(value);
  const found = (['http', 'command', 'file'] as const).filter((name) => given?.[name] !== undefined);
  const [from] = found;
  if (given === null || from === undefined || found.length > 1) {
    problems.push(problem(path, 'have exactly one of http, command and file', value));
    return null;
  }
  const fields = readFields(given, [from, 'columns', ...FROM[from]], path, problems)!;
  return sourceOf(fields, from, readColumns(kind, fields.columns, at(path, 'columns'), problems), path, problems);
}

/** Where records are read, by kind. */
export function readRecordSources(value: unknown, path: string, problems: Problems): Record<string, RecordSource> {
  const fields = readFields(value, KIND_NAMES, path, problems) ?? {};
  const known = Object.entries(fields).filter(([kind]) => (KIND_NAMES as readonly string[]).includes(kind));
  return Object.fromEntries(
    known.flatMap(([kind, source]) => {
      const read = readSource(kind as Kind, source, at(path, kind), problems);
      return read === null ? [] : [[kind, read]];
    }),
  );
}
