import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../project/project-folder.ts';

/** The Go module of the native line; it pins k6 and every other tool. */
export const NATIVE_MODULE = join(PROJECT_FOLDER, 'engine', 'native');

/** Digits of a hash in the name of a file: one in four thousand million is the same by chance. */
const DIGITS = 8;

/** Whether Go compiles a file of the module, or is told by it what to compile. */
const isCompiled = (path: string): boolean =>
  /(?:^|\/)(?:go\.mod|go\.sum|[^/]+\.go)$/.test(path) && !/_test\.go$|(?:^|\/)testdata\//.test(path);

/**
 * First digits of a SHA-256 over everything that is compiled: a build of other sources has another name, and tests may change without one.
 * The package leaves tests out, so its hash is that of the repository.
 */
export function moduleHash(folder: string = NATIVE_MODULE): string {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const hash = createHash('sha256');
  for (const path of paths.filter(isCompiled).sort())
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(folder, path)))
      .update('\0');
  return hash.digest('hex').slice(0, DIGITS);
}
