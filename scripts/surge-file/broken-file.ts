import { relative } from 'node:path';
import type { BuildFailure, Message } from 'esbuild';
import { SurgeproofError } from '../errors/surgeproof-error.ts';

/** A file as people name it: from the working folder, when it lies in it. */
export function shortPath(file: string): string {
  const near = relative(process.cwd(), file);
  return near === '' || near.startsWith('..') ? file : near;
}

export const isBuildFailure = (error: unknown): error is BuildFailure =>
  error instanceof Error && Array.isArray((error as BuildFailure).errors);

const UNRESOLVED = /^Could not resolve "(.+)"$/;

function sentenceOf(file: string, { text, location }: Message): string {
  const where = location === null ? shortPath(file) : `${location.file}:${location.line}`;
  const missing = UNRESOLVED.exec(text)?.[1];
  if (missing === undefined) return `${where}: ${text}`;
  const remedy = /^[./]/.test(missing) ? 'check the path' : `install it beside the file with \`npm install ${missing}\``;
  return `${where}: imports ${missing}, which cannot be found; ${remedy}`;
}

/** A file that esbuild could not bundle, as an error with a sentence for each place. */
export function brokenFile(file: string, { errors }: BuildFailure): SurgeproofError {
  return new SurgeproofError('broken-file', { file: shortPath(file), problems: errors.map((error) => sentenceOf(file, error)) });
}
