import { execFile } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { PROJECT_FOLDER } from '../project/project-folder.ts';
import { buildDist } from './build-dist.ts';

/** What the package carries beside its sources, made by `npm pack` and removed after it. */
const dist = join(PROJECT_FOLDER, 'dist');

/** The public surface for Node, for teams that import their surge elsewhere. */
async function packSurface(): Promise<void> {
  await build({
    absWorkingDir: PROJECT_FOLDER,
    entryPoints: ['surgeproof.ts'],
    outfile: join(dist, 'surgeproof.js'),
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    packages: 'external',
    logLevel: 'warning',
  });
}

/** The types of the public surface. Importers are not asked for `allowImportingTsExtensions`, so the declarations name each other as `.js`. */
async function packTypes(): Promise<void> {
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  await promisify(execFile)(process.execPath, [tsc, '-p', join(PROJECT_FOLDER, 'scripts', 'package')]).catch(
    (error: { stdout?: string }) => {
      throw new Error(`surgeproof.ts: its types must compile; ${error.stdout ?? error}`);
    },
  );
  const types = join(dist, 'types');
  for (const name of await readdir(types, { recursive: true })) {
    if (!name.endsWith('.d.ts')) continue;
    const file = join(types, name);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replaceAll(/((?:from|import)\s*\(?\s*['"]\.{1,2}\/[^'"]+)\.ts(['"])/g, '$1.js$2'));
  }
}

await rm(dist, { recursive: true, force: true });
await buildDist(PROJECT_FOLDER);
await Promise.all([packSurface(), packTypes()]);
