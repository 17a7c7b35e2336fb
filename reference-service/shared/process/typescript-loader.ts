import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { builtEntry } from './built-entry.ts';

/** Node flags with which a child process runs TypeScript files, whatever runs the parent (tsx, vitest). */
export const TYPESCRIPT_FLAGS: readonly string[] = ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href];

/** A file that Node runs, and the flags it needs for that. */
export interface Runnable {
  readonly file: string;
  readonly flags: readonly string[];
}

/** How Node runs a file of ours: as JavaScript, where there is some, else through tsx, which takes a second to start. */
export function runnable(entry: URL): Runnable {
  const file = fileURLToPath(builtEntry(entry) ?? entry);
  return { file, flags: file.endsWith('.ts') ? TYPESCRIPT_FLAGS : [] };
}
