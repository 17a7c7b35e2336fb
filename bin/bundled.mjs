import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';

const project = fileURLToPath(new URL('..', import.meta.url));
const entry = new URL('../scripts/surgeproof.ts', import.meta.url);
/** The only file of the bundle that asks for its own address. */
const asking = new URL('../scripts/project/project-folder.ts', import.meta.url);
const built = new URL('../dist/command-line.cjs', import.meta.url);
/** Not in the package. Where it exists, this is the repository, and `dist` may be older than the sources. */
const ofRepository = new URL('../vitest.config.ts', import.meta.url);

/** Quick commands that need no file beside them, besides `calc`, which is not in this folder. */
const INSIDE = ['doctor.ts', 'size.ts'];
const elsewhere = readdirSync(new URL('../scripts/commands', import.meta.url)).filter((file) => !INSIDE.includes(file));

/**
 * The command line as one script, with the commands of `INSIDE` alone and the parts of npm packages that they use. Made of the sources as they
 * are now: it cannot be stale, needs no folder to write to, and two calls cannot meet. `files` names what it is made of, on request.
 */
export function bundle({ withFiles = false } = {}) {
  const { buildSync } = createRequire(import.meta.url)('esbuild');
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: project,
    entryPoints: ['scripts/surgeproof.ts'],
    tsconfig: 'tsconfig.json',
    bundle: true,
    write: false,
    metafile: withFiles,
    format: 'cjs',
    platform: 'node',
    external: [...elsewhere.map((file) => `../commands/${file}`), '../size/write-plan.ts'],
    alias: { 'mathjs/lib/browser/math.js': fileURLToPath(new URL('late-mathjs.cjs', import.meta.url)) },
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
  const text = existsSync(built) && !existsSync(ofRepository) ? readFileSync(built, 'utf8') : bundle().text;
  const module = { exports: {} };
  // Code from `compileFunction` has no `import()` of its own that is stable in Node 20, so that this file lends its own.
  const load = (name) => import(name);
  const given = { require: createRequire(entry), module, exports: module.exports, asking: asking.href, elsewhere: fileByFile, load };
  compileFunction(text, Object.keys(given), { filename: fileURLToPath(entry) })(...Object.values(given));
}
