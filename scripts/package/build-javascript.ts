import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { PROJECT_FOLDER } from '../project/project-folder.ts';
import { madeScript } from './made-script.ts';

/** The command line, and what it loads to start a reference service. */
const HARNESS = ['scripts/surgeproof.ts', 'reference-service/start-service.ts'];

/** Parts of the reference services, each a process of its own: every `main.ts` below their folder. */
const PARTS = readdirSync(join(PROJECT_FOLDER, 'reference-service'), { recursive: true, encoding: 'utf8' })
  .filter((path) => basename(path) === 'main.ts')
  .map((path) => `reference-service/${path.replaceAll('\\', '/')}`)
  .sort();

/** Name of an entry in `dist`, without ending. All files lie side by side there, so that each finds the sources in the folder above it. */
const builtName = (entry: string): string => entry.replace(/\.ts$/, '').replaceAll('/', '-');

/** Files that are others in the package: the script of a page is made already, and what is started is built. */
function replacements(): Readonly<Record<string, string>> {
  const names = Object.fromEntries(PARTS.map((entry) => [entry, `dist/${builtName(entry)}.js`]));
  return {
    ...madeScript(),
    'reference-service/shared/process/built-entry.ts': `const names = ${JSON.stringify(names)};
const home = new URL('../../..', import.meta.url);
export const builtEntry = (entry) => new URL(names[entry.href.slice(home.href.length)], home);`,
  };
}

/** Takes the files that are others, and says in every file where its source lies: a chunk holds many files, each of which finds by its own address what lies beside it. */
const inDist = (replaced: Readonly<Record<string, string>>): Plugin => ({
  name: 'in-dist',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = relative(PROJECT_FOLDER, path);
      const text = replaced[source] ?? (await readFile(path, 'utf8'));
      const address = `new URL(${JSON.stringify(`../${source}`)}, import.meta.url).href`;
      return { contents: text.replaceAll(/\bimport\.meta\.url\b/g, address), loader: 'ts' };
    });
  },
});

const SETTINGS = {
  absWorkingDir: PROJECT_FOLDER,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
} as const;

/** Writes what the processes of surgeproof run as JavaScript into `dist`, beside which the sources lie; npm packages stay outside. */
export async function buildJavaScript(dist: string): Promise<void> {
  // Before the build: making the script of a page stops the process of esbuild.
  const plugins = [inDist(replacements())];
  const entry = (source: string) => ({ in: join(PROJECT_FOLDER, source), out: builtName(source) });
  await Promise.all([
    build({ ...SETTINGS, plugins, entryPoints: HARNESS.map(entry), outdir: dist, chunkNames: '[hash]', splitting: true }),
    // One file each: they share little with one another, and a file is loaded faster than thirty.
    ...PARTS.map((part) => build({ ...SETTINGS, plugins, entryPoints: [entry(part)], outdir: dist })),
  ]);
}
