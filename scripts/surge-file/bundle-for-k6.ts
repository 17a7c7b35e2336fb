import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';
import type { EngineRun } from '../../models/workload/surge/run-configuration.ts';
import { PROJECT_FOLDER } from '../project/project-folder.ts';
import { brokenFile, isBuildFailure } from './broken-file.ts';
import { SOURCE, type Source, sourcePlugin } from './source.ts';
import { inlineSourceMap } from './source-map.ts';

const HOST = join(PROJECT_FOLDER, 'engine', 'host-surge.ts');
const RUN = 'surgeproof:run';

/** k6 strips types and takes modules; newer syntax than this would be lowered by esbuild. */
const SYNTAX = 'es2022';

/** Only a k6 that has the poller can load a script that imports it. */
export const NATIVE_IMPORT = { native: "import native from 'k6/x/surgeproof';", typescript: 'const native = undefined;' } as const;

const entryOf = ({ line }: EngineRun, extraOptions: string): string => `
import surge from '${SOURCE}';
import run from '${RUN}';
import { hostSurge } from ${JSON.stringify(HOST)};
${NATIVE_IMPORT[line]}
const hosted = hostSurge(surge, run, native);
export const options = { ...hosted.options${extraOptions} };
export default hosted.run;
`;

const runData = (run: EngineRun): Plugin => ({
  name: 'run-data',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^${RUN}$`) }, () => ({ path: RUN, namespace: 'run-data' }));
    build.onLoad({ filter: /.*/, namespace: 'run-data' }, () => ({ contents: JSON.stringify(run), loader: 'json' }));
  },
});

/**
 * One script for k6: the engine, the surge file with everything it imports, and the values of a run. Stack traces of k6 name the lines of
 * the surge file.
 *
 * @param options further options of k6, over those of the engine
 */
export async function bundleForK6(source: Source, run: EngineRun, options: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const [{ build }, { bundleSettings }] = await Promise.all([import('esbuild'), import('./bundle-settings.ts')]);
  const extra = Object.entries(options).map(([name, value]) => `, ${name}: ${JSON.stringify(value)}`);
  const folder = dirname(source.file);
  try {
    const { outputFiles } = await build({
      ...bundleSettings(sourcePlugin(source), runData(run)),
      stdin: { contents: entryOf(run, extra.join('')), resolveDir: folder, sourcefile: 'surgeproof-entry.js', loader: 'js' },
      external: ['k6', 'k6/*'],
      format: 'esm',
      target: SYNTAX,
    });
    const text = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))!.text;
    return `${text('.js')}${inlineSourceMap(text('.map'), join(process.cwd(), 'bundle.js'))}`;
  } catch (error) {
    throw isBuildFailure(error) ? brokenFile(source.file, error) : error;
  }
}
