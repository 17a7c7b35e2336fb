import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { PROJECT_FOLDER } from '../../scripts/project/project-folder.ts';

/** What is started by its path: the command line, and what it starts in processes of their own. */
const ENTRIES = [
  'scripts/surgeproof.ts',
  'reference-service/start-service.ts',
  'reference-service/waiting-room/main.ts',
  'reference-service/board/app/main.ts',
  'reference-service/onnuri/app/main.ts',
  'reference-service/onnuri/ledger/main.ts',
];

/** A chunk holds many files, each of which finds what lies beside it by its own address in `folder`. */
const ownAddresses = (folder: string): Plugin => ({
  name: 'own-addresses',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const address = pathToFileURL(join(folder, relative(PROJECT_FOLDER, path))).href;
      const text = await readFile(path, 'utf8');
      return { contents: text.replaceAll(/\bimport\.meta\.url\b/g, JSON.stringify(address)), loader: 'ts' };
    });
  },
});

/** Writes what the processes of surgeproof run as JavaScript into `folder`, which holds its sources too; npm packages stay outside. */
export async function buildJavaScript(folder: string): Promise<void> {
  await build({
    absWorkingDir: PROJECT_FOLDER,
    entryPoints: ENTRIES,
    outbase: '.',
    outdir: folder,
    chunkNames: 'dist/[hash]',
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    plugins: [ownAddresses(folder)],
    logLevel: 'warning',
  });
}
