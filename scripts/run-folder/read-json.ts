import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { errnoSentence } from '../errors/errno.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { issueSentence } from '../schemas/issue-sentence.ts';
import { cleanValue, isTooDeep } from './untrusted/cleaned.ts';
import { regularFile } from './untrusted/regular-file.ts';

/**
 * A path of zod as people write it.
 *
 * @example dotted(['host', 'cores']) // => 'host.cores'
 * @example dotted(['checks', 0, 'name']) // => 'checks[0].name'
 */
export function dotted(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text && '.'}${String(part)}`), '');
}

/** A value of the given kind, or what is wrong with it: another kind, an unknown version, or all that the schema does not allow. */
export function checkedValue<Type>(
  value: unknown,
  name: string,
  schema: z.ZodType<Type>,
  version = 1,
): { readonly value: Type } | { readonly problems: readonly string[] } {
  const refuse = (problems: readonly string[]) => ({ problems });
  const head = (typeof value === 'object' && value !== null ? value : {}) as { schema?: unknown; version?: unknown };
  if (head.schema !== `surgeproof/${name}`)
    return refuse([`schema: must be surgeproof/${name}, got ${JSON.stringify(head.schema) ?? 'nothing'}`]);
  if (head.version !== version)
    return refuse([`version: must be ${version}, got ${JSON.stringify(head.version)}; read it with the surgeproof that wrote it`]);
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data };
  return refuse(result.error.issues.map((issue) => `${dotted(issue.path) || 'file'}: ${issueSentence(issue, value)}`));
}

/** A folder may come from anybody: no file of ours is larger. */
const MOST_BYTES = 33_554_432;

/** Reads and checks a file, with its texts cleaned; null when there is none. */
export async function readJson<Type>(file: string, name: string, schema: z.ZodType<Type>, version = 1): Promise<Type | null> {
  if (!(await regularFile(file, MOST_BYTES))) return null;
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new SurgeproofError('unreadable-file', { file, problems: [`must be readable: ${errnoSentence(error)}`] });
  }
  if (isTooDeep(text))
    throw new SurgeproofError('unreadable-file', { file, problems: ['must not be nested so deep; surgeproof writes no such file'] });
  let value: unknown;
  try {
    value = cleanValue(JSON.parse(text));
  } catch {
    throw new SurgeproofError('unreadable-file', { file, problems: [`must be JSON, got ${text.length} characters that are not`] });
  }
  const checked = checkedValue(value, name, schema, version);
  if ('problems' in checked) throw new SurgeproofError('unreadable-file', { file, problems: checked.problems });
  return checked.value;
}

/** The same for a file that a person named: one that is not there is refused. */
export async function readNamed<Type>(file: string, name: string, schema: z.ZodType<Type>): Promise<Type> {
  const value = await readJson(file, name, schema);
  if (value === null) throw new SurgeproofError('unreadable-file', { file, problems: ['must exist'] });
  return value;
}
