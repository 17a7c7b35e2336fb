import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiled } from './compiled.mjs';
import { inPackage } from './in-package.mjs';

const beside = (file) => fileURLToPath(new URL(file, import.meta.url));
const home = new URL('..', import.meta.url);
const project = beside('..');
const entry = new URL('../scripts/surgeproof.ts', import.meta.url);
/** The files of the bundles that ask where they lie: a bundle has one address for all. */
const ASKING = /[\\/](?:project-folder|load-decompose|script|island-page|pretendard)\.ts$/;

/** Quick commands that need no file beside them, besides `calc`, which is not in this folder. */
const INSIDE = ['doctor.ts', 'size.ts'];
/** Commands with a bundle of their own, which holds the quick ones as well: what they need would slow those down. */
export const OWN_BUNDLE = ['forecast'];
/** What is no JavaScript, or finds its parts by its own address. */
const PACKAGES = ['@bsull/augurs/*', '@napi-rs/canvas', 'canvas', 'chartjs-node-canvas', 'esbuild', 'subset-font'];

/** Tells each of these files where it lies; `replaced` are other texts for some files. */
const addresses = (replaced) => ({
  name: 'addresses',
  setup({ onLoad }) {
    onLoad({ filter: ASKING }, ({ path }) => {
      const source = relative(project, path).replaceAll('\\', '/');
      const text = replaced[source] ?? readFileSync(path, 'utf8');
      const address = `new URL(${JSON.stringify(source)}, home).href`;
      return { contents: text.replaceAll('import.meta.url', address).replaceAll('import.meta.resolve', 'resolve'), loader: 'ts' };
    });
  },
});

/** The file of the package that holds the bundle of a command; of the quick ones without a name. */
export const builtName = (command) => `${command ?? 'command-line'}.cjs`;

/**
 * The command line as one script, with the commands of `INSIDE` and the one that is named alone, and the parts of npm packages that they use. Made of the sources
 * as they are now: it cannot be stale, needs no folder to write to, and two calls cannot meet. `files` names what it is made of, on request.
 */
export async function bundle({ command, replaced = {}, withFiles = false } = {}) {
  const own = createRequire(import.meta.url);
  const inside = command === undefined ? INSIDE : [...INSIDE, `${command}.ts`];
  const elsewhere = readdirSync(new URL('../scripts/commands', import.meta.url)).filter((file) => !inside.includes(file));
  const { outputFiles, metafile } = await own('esbuild').build({
    absWorkingDir: project,
    entryPoints: ['scripts/surgeproof.ts'],
    tsconfig: 'tsconfig.json',
    bundle: true,
    write: false,
    metafile: withFiles,
    format: 'cjs',
    platform: 'node',
    plugins: [addresses(replaced)],
    external: [...elsewhere.map((file) => `../commands/${file}`), '../size/write-plan.ts', './read-mix.ts', ...PACKAGES],
    alias: {
      'mathjs/lib/browser/math.js': beside('late-mathjs.cjs'),
      'string-width': beside('late-string-width.cjs'),
      'whole-string-width': own.resolve('string-width'),
    },
    logLevel: 'silent',
  });
  const text = outputFiles[0].text.replaceAll(/\bimport\("\.\.?\/[^"]*"\)/g, 'elsewhere()').replaceAll(/\bimport\((?=\w+\)|")/g, 'load(');
  return { text, files: Object.keys(metafile?.inputs ?? {}) };
}

/** Runs the whole command line again with each file loaded by itself. Before this nothing has been printed; after it the bundle does nothing more. */
async function fileByFile() {
  await import('./file-by-file.mjs');
  return new Promise(() => {});
}

/** Runs the arguments of this process: from the bundle that the package carries, or from one made now. */
export async function run() {
  const command = OWN_BUNDLE.find((name) => name === process.argv[2]);
  const built = fileURLToPath(new URL(`../dist/${builtName(command)}`, import.meta.url));
  const carried = inPackage && existsSync(built) ? built : null;
  const text = carried === null ? (await bundle({ command })).text : readFileSync(carried, 'utf8');
  const module = { exports: {} };
  // A script has no `import()` of its own that is stable in Node 20, so that this file lends its own.
  const load = (name) => import(name);
  const resolve = (name) => import.meta.resolve(name);
  const given = { require: createRequire(entry), module, exports: module.exports, home, resolve, elsewhere: fileByFile, load };
  compiled(`(function (${Object.keys(given)}) {${text}\n})`, fileURLToPath(entry), carried)(...Object.values(given));
}
