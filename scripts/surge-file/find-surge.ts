import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { similarTo } from '../terminal/similar.ts';
import { builtInSurges, surgesIn } from './built-in-surges.ts';

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** The surge file that a person names: a path, or the name of a built-in surge. */
export function findSurge(named: string): string {
  const path = resolve(named);
  if (named !== '' && isFile(path)) return path;
  const builtIn = builtInSurges();
  const found = builtIn.find(({ name }) => name === named);
  if (found !== undefined) return found.file;
  const here = surgesIn(process.cwd()).map(({ file }) => `./${file.slice(process.cwd().length + 1)}`);
  const known = [...builtIn.map(({ name }) => name), ...here];
  throw new SurgeproofError('no-such-surge', { given: named, known, similar: similarTo(named, known) });
}
