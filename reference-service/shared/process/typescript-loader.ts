import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Node flags with which a child process runs TypeScript files, whatever runs the parent (tsx, vitest). */
export const TYPESCRIPT_FLAGS: readonly string[] = ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href];
