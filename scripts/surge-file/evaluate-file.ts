import { SourceMap } from 'node:module';
import { resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { PROJECT_FOLDER } from '../project/project-folder.ts';
import { brokenFile, isBuildFailure, shortPath } from './broken-file.ts';
import { SOURCE, type Source, sourcePlugin } from './source.ts';

/** What a team's file exports, evaluated once. */
export interface EvaluatedFile extends Source {
  /** Its default export; undefined when it has none. */
  readonly value: unknown;
  /** The files it consists of besides surgeproof's own. */
  readonly dependencies: readonly string[];
  /** Names it asks for by `env('NAME')`, also those that only a journey asks for. */
  readonly secrets: readonly string[];
}

/** Name of the bundle in stack traces. */
const BUNDLE = 'surgeproof-evaluated-file.js';
const PLACE = new RegExp(`${BUNDLE.replaceAll('.', '\\.')}:(\\d+):(\\d+)`);
/** How esbuild writes `env('NAME')`, also under another name of its own for `env`. */
const ENV_CALL = /\benv\d*\("([A-Za-z_]\w*)"\)/g;
/** What exists in k6 alone, and what surge files use in its place. */
const K6_GLOBALS: Readonly<Record<string, string>> = {
  __ENV: "use env('NAME') of surgeproof in its place",
  open: 'use csv(…) for accounts, or import a JSON file',
  __VU: 'use user.number, or user.random() in a journey',
  __ITER: 'use user.number, or user.random() in a journey',
};

interface Bundle {
  readonly text: string;
  readonly map: string;
  readonly inputs: readonly string[];
}

async function bundleForNode(source: Source): Promise<Bundle> {
  // Loaded late: a wrong flag is refused without it.
  const [{ build }, { bundleSettings }, { k6Stubs }] = await Promise.all([
    import('esbuild'),
    import('./bundle-settings.ts'),
    import('./k6-stubs.ts'),
  ]);
  try {
    const settings = bundleSettings(sourcePlugin(source), k6Stubs);
    const { outputFiles, metafile } = await build({ ...settings, entryPoints: [SOURCE], format: 'cjs', target: 'node20' });
    const text = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))!.text;
    return { text: text('.js'), map: text('.map'), inputs: Object.keys(metafile.inputs) };
  } catch (error) {
    throw isBuildFailure(error) ? brokenFile(source.file, error) : error;
  }
}

/** `shop.surge.ts:12` for an exception in the bundle; the file alone when its stack leads elsewhere. */
function placeOf(error: unknown, file: string, map: string): string {
  const found = PLACE.exec(error instanceof Error ? (error.stack ?? '') : '');
  if (found === null) return shortPath(file);
  const entry = new SourceMap(JSON.parse(map)).findEntry(Number(found[1]) - 1, Number(found[2]) - 1);
  if (!('originalSource' in entry)) return shortPath(file);
  return `${shortPath(resolve(entry.originalSource))}:${entry.originalLine + 1}`;
}

function thrownSentence(error: unknown, place: string): string {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const name = error instanceof ReferenceError ? /^(\w+) is not defined$/.exec(error.message)?.[1] : undefined;
  const remedy = name === undefined ? undefined : K6_GLOBALS[name];
  return `${place}: must be evaluated without an exception, got ${said}${remedy === undefined ? '' : `; ${remedy}`}`;
}

/** Files of the bundle that are not surgeproof's own and no stubs. */
function ownFiles(inputs: readonly string[]): string[] {
  return inputs
    .filter((input) => !input.includes(':') || /^[A-Za-z]:/.test(input))
    .map((input) => resolve(input))
    .filter((input) => !input.startsWith(`${PROJECT_FOLDER}/`) || input.startsWith(`${PROJECT_FOLDER}/scenarios/`));
}

/** Bundles a file with its modules and evaluates it once; what is wrong with it is one `broken-file` error with places. */
export async function evaluateFile(source: Source): Promise<EvaluatedFile> {
  const { file } = source;
  const { text, map, inputs } = await bundleForNode(source);
  const module: { exports: { default?: unknown } } = { exports: {} };
  try {
    compileFunction(text, ['module', 'exports'], { filename: BUNDLE })(module, module.exports);
  } catch (error) {
    throw new SurgeproofError('broken-file', { file: shortPath(file), problems: [thrownSentence(error, placeOf(error, file, map))] });
  }
  const secrets = new Set([...text.matchAll(ENV_CALL)].map(([, name]) => name!));
  return { ...source, value: module.exports.default, dependencies: ownFiles(inputs), secrets: [...secrets] };
}
