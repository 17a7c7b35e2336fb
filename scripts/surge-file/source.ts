import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';

/** A module to be bundled: a file, or a text that stands for one. */
export interface Source {
  /** Absolute path; for a text, where it would lie. */
  readonly file: string;
  /** The text, when there is no such file. */
  readonly contents: string | null;
}

/** The name by which a bundle imports its source. */
export const SOURCE = 'surgeproof:source';

/** Resolves the source of a bundle. */
export function sourcePlugin({ file, contents }: Source): Plugin {
  return {
    name: 'source',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${SOURCE}$`) }, () => ({ path: file, namespace: contents === null ? 'file' : 'text' }));
      build.onLoad({ filter: /.*/, namespace: 'text' }, () => ({ contents: contents ?? '', loader: 'ts', resolveDir: dirname(file) }));
    },
  };
}
