import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { shortPath } from './broken-file.ts';
import { type EvaluatedFile, evaluateFile } from './evaluate-file.ts';
import { findSurge } from './find-surge.ts';
import type { Source } from './source.ts';

/** A surge file, evaluated once in Node. */
export interface LoadedSurge extends Omit<EvaluatedFile, 'value'> {
  /** What the file exports by default; not yet checked. */
  readonly definition: Readonly<Record<string, unknown>>;
}

/**
 * Loads the surge that a person names, a path or a built-in name. A file that is missing, does not compile, throws or exports no surge is
 * refused with a sentence.
 */
export async function loadSurge(named: string): Promise<LoadedSurge> {
  return loadSource({ file: findSurge(named), contents: null });
}

/** The same for a surge that is already found, or that stands in a text. */
export async function loadSource(source: Source): Promise<LoadedSurge> {
  const { value, ...evaluated } = await evaluateFile(source);
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return { ...evaluated, definition: value as LoadedSurge['definition'] };
  const file = shortPath(evaluated.file);
  const given =
    value === undefined ? 'a file without a default export' : `a default export that is ${value === null ? 'null' : `a ${typeof value}`}`;
  const problems = [`${file}: must export a surge by default, got ${given}; write \`export default defineSurge({ … })\``];
  throw new SurgeproofError('broken-file', { file, problems });
}
