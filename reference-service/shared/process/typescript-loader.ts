import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Node flags with which a child process runs TypeScript files, whatever runs the parent (tsx, vitest). */
export const TYPESCRIPT_FLAGS: readonly string[] = ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href];

/** A file that Node runs, and the flags it needs for that. */
export interface Runnable {
  readonly file: string;
  readonly flags: readonly string[];
}

/** How Node runs a TypeScript file of ours: as the JavaScript beside it, where a build has put that, else through tsx, which takes a second to start. */
export function runnable(entry: URL): Runnable {
  const file = fileURLToPath(entry);
  const built = file.replace(/\.ts$/, '.js');
  return existsSync(built) ? { file: built, flags: [] } : { file, flags: TYPESCRIPT_FLAGS };
}
