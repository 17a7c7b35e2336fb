import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import { buildSync } from 'esbuild';

const project = fileURLToPath(new URL('..', import.meta.url));
const entry = new URL('../scripts/surgeproof.ts', import.meta.url);
/** The only file of the bundle that asks for its own address. */
const asking = new URL('../scripts/project/project-folder.ts', import.meta.url);

/**
 * The command line as one script, without what the other commands do. Made of the sources as they are now and kept nowhere: it cannot be stale,
 * needs no folder to write to, and two calls cannot meet. Packages stay outside, and are loaded by the model that needs them.
 */
export function bundle() {
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: project,
    entryPoints: ['scripts/surgeproof.ts'],
    tsconfig: 'tsconfig.json',
    bundle: true,
    write: false,
    metafile: true,
    format: 'cjs',
    platform: 'node',
    packages: 'external',
    external: ['../commands/*'],
    // A bundle has no address of its own.
    define: { 'import.meta.url': JSON.stringify(asking.href) },
    logLevel: 'silent',
  });
  return { text: outputFiles[0].text, files: Object.keys(metafile.inputs) };
}

/** Runs the arguments of this process. */
export function run() {
  const module = { exports: {} };
  const filename = fileURLToPath(entry);
  compileFunction(bundle().text, ['require', 'module', 'exports'], { filename })(createRequire(entry), module, module.exports);
}
