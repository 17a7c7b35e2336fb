import { basename } from 'node:path';
import { KINDS } from '../../models/invariants/records/kinds.ts';
import { codeOf, type SourceFile } from './imports.ts';

/** Names that a surge file defines. */
export interface NamedSurge {
  readonly file: string;
  readonly steps: readonly string[];
  readonly journeys: readonly string[];
}

/** The built-in surges with the names of their steps and journeys, evaluated as the command line does. */
export async function builtInNames(files: readonly SourceFile[]): Promise<NamedSurge[]> {
  const paths = files.map(({ path }) => path).filter((path) => /^scenarios\/.*\.surge\.ts$/.test(path));
  if (paths.length === 0) return [];
  // Loaded late: esbuild is needed by one test alone.
  const { loadSurge } = await import('../../scripts/surge-file/load-surge.ts');
  return Promise.all(
    paths.map(async (file) => {
      const { definition } = await loadSurge(file);
      const names = (field: string): string[] => Object.keys((definition[field] ?? {}) as object);
      return { file, steps: names('steps'), journeys: names('journeys') };
    }),
  );
}

/** Names of profiles by habit, which the harness takes when none is named: no names of a service, also where a surge has one of them. */
const HABITS: ReadonlySet<string> = new Set(['smoke', 'lab', 'full']);

/**
 * Names of services that the harness itself must not know: the folders of `scenarios/`, surges, journeys and steps.
 *
 * @example namesOf([{ file: 'scenarios/shop/rush.surge.ts', steps: ['pay'], journeys: [] }]) // => ['pay', 'rush', 'shop']
 */
export function namesOf(surges: readonly NamedSurge[]): string[] {
  const all = surges.flatMap(({ file, steps, journeys }) => [
    ...steps,
    ...journeys,
    basename(file, '.surge.ts'),
    ...file.split('/').slice(1, -1),
  ]);
  return [...new Set(all)].filter((name) => !HABITS.has(name)).sort();
}

/** Columns of the records that invariants read, which are words of theirs: a surge may have a step of the same name. */
const COLUMNS: ReadonlySet<string> = new Set(Object.values(KINDS).flatMap(({ columns }) => Object.keys(columns)));
const INVARIANTS = 'models/invariants/';

/**
 * Uses of a service's names in the code of the harness, as sentences. Comments do not count. A name of several words counts wherever it
 * stands as a whole, also as an identifier (`registerCard`); a name of one word is often an ordinary English one (`login`, `pay`), so it
 * counts only as a whole string.
 */
export function namesUsed(files: readonly SourceFile[], names: readonly string[]): string[] {
  const patterns = names.map((name) => ({ name, pattern: patternOf(name) }));
  return files
    .filter(({ path }) => /^(engine|models|reports|scripts)\//.test(path))
    .flatMap((file) => {
      const code = codeOf(file);
      return patterns
        .filter(({ name, pattern }) => pattern.test(code) && !(file.path.startsWith(INVARIANTS) && COLUMNS.has(name)))
        .map(({ name }) => `${file.path}: must not know \`${name}\`, a name of scenarios/; take it from the surge.`);
    });
}

function patternOf(name: string): RegExp {
  if (!name.includes('-')) return new RegExp(`(['"\`])${name}\\1`);
  const identifier = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const capitalised = identifier.charAt(0).toUpperCase() + identifier.slice(1);
  return new RegExp(`(?<![\\w-])${name}(?![\\w-])|(?<!\\w)${identifier}(?![a-z])|${capitalised}(?![a-z])`);
}
