import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compiled } from './compiled.mjs';
import { inPackage } from './in-package.mjs';

const beside = (file) => fileURLToPath(new URL(file, import.meta.url));
const project = beside('..');
const entry = new URL('../scripts/surgeproof.ts', import.meta.url);
/** The only file of the bundle that asks for its own address. */
const asking = new URL('../scripts/project/project-folder.ts', import.meta.url);
const built = new URL('../dist/command-line.cjs', import.meta.url);

/** Quick commands that need no file beside them, besides `calc`, which is not in this folder. */
const INSIDE = ['doctor.ts', 'size.ts'];
const elsewhere = readdirSync(new URL('../scripts/commands', import.meta.url)).filter((file) => !INSIDE.includes(file));

/**
 * The command line as one script, with the commands of `INSIDE` alone and the parts of npm packages that they use. Made of the sources as they
 * are now: it cannot be stale, needs no folder to write to, and two calls cannot meet. `files` names what it is made of, on request.
 */
export function bundle({ withFiles = false } = {}) {
  const own = createRequire(import.meta.url);
  const { buildSync } = own('esbuild');
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: project,
    entryPoints: ['scripts/surgeproof.ts'],
    tsconfig: 'tsconfig.json',
    bundle: true,
    write: false,
    metafile: withFiles,
    format: 'cjs',
    platform: 'node',
    external: [...elsewhere.map((file) => `../commands/${file}`), '../size/write-plan.ts', './read-mix.ts'],
    alias: {
      'mathjs/lib/browser/math.js': beside('late-mathjs.cjs'),
      'string-width': beside('late-string-width.cjs'),
      'whole-string-width': own.resolve('string-width'),
    },
    // A bundle has no address of its own.
    define: { 'import.meta.url': 'asking' },
    logLevel: 'silent',
  });
  const text = outputFiles[0].text.replaceAll(/\bimport\("\.\.?\/[^"]*"\)/g, 'elsewhere()').replaceAll(/\bimport\((?=\w+\))/g, 'load(');
  return { text, files: Object.keys(metafile?.inputs ?? {}) };
}

/** Runs the whole command line again with each file loaded by itself. Before this nothing has been printed; after it the bundle does nothing more. */
async function fileByFile() {
  await import('./file-by-file.mjs');
  return new Promise(() => {});
}

/** Runs the arguments of this process: from the bundle that the package carries, or from one made now. */
export function run() {
  const carried = inPackage && existsSync(built) ? fileURLToPath(built) : null;
  const text = carried === null ? bundle().text : readFileSync(carried, 'utf8');
  const module = { exports: {} };
  // A script has no `import()` of its own that is stable in Node 20, so that this file lends its own.
  const load = (name) => import(name);
  const given = { require: createRequire(entry), module, exports: module.exports, asking: asking.href, elsewhere: fileByFile, load };
  compiled(`(function (${Object.keys(given)}) {${text}\n})`, fileURLToPath(entry), carried)(...Object.values(given));
}
