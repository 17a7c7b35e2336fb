import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildJavaScript } from './build-javascript.ts';
import { writeCommandLine } from './command-line.ts';

/** What runs in place of the TypeScript sources, in the `dist` of a folder that holds them too. */
export async function buildDist(folder: string): Promise<void> {
  const dist = join(folder, 'dist');
  await mkdir(dist, { recursive: true });
  await buildJavaScript(dist);
  await writeCommandLine(dist);
}
