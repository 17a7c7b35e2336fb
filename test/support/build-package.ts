import { cp, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildDist } from '../../scripts/package/build-dist.ts';
import { PROJECT_FOLDER } from '../../scripts/project/project-folder.ts';

const COPIED = ['bin', 'engine', 'models', 'reference-service', 'reports', 'scenarios', 'scripts', 'surgeproof.ts'] as const;
const LINKED = ['node_modules', 'vendor', 'package.json', 'tsconfig.json', 'tsconfig.base.json'] as const;

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of surgeproof as built for this run of the tests. */
    builtPackage: string;
  }
}

/**
 * Builds surgeproof once for a run of the tests, as the package has it. Starting one of its processes costs a third of what tsx takes, and
 * the tests start several hundred. `test/bin` holds that both ways answer the same.
 */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'surgeproof-built-')));
  await Promise.all([
    ...COPIED.map((name) => cp(join(PROJECT_FOLDER, name), join(folder, name), { recursive: true })),
    ...LINKED.map((name) => symlink(join(PROJECT_FOLDER, name), join(folder, name))),
    buildDist(folder),
  ]);
  provide('builtPackage', folder);
  return () => rm(folder, { recursive: true, force: true });
}
