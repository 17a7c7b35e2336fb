import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { madeScript } from './made-script.ts';

interface Bundled {
  readonly OWN_BUNDLE: readonly string[];
  builtName(command?: string): string;
  bundle(options: { command?: string | undefined; replaced: Readonly<Record<string, string>> }): Promise<{ text: string }>;
}

/**
 * Writes the command line as one script, and one more for each command with a bundle of its own, as `bin/bundled.mjs` finds them in `dist`: an installed
 * `surgeproof --help` needs no bundler. The packages in them are dependencies too, with their licences.
 */
export async function writeCommandLine(dist: string): Promise<void> {
  const { OWN_BUNDLE, builtName, bundle } = (await import(new URL('../../bin/bundled.mjs', import.meta.url).href)) as Bundled;
  const replaced = madeScript();
  for (const command of [undefined, ...OWN_BUNDLE]) {
    const { text } = await bundle({ command, replaced });
    const { code } = await transform(text, { minifyWhitespace: true, legalComments: 'none' });
    await writeFile(join(dist, builtName(command)), code);
  }
}
