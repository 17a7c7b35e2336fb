import { transform } from 'esbuild';

/** The command line as one script, as `bin/bundled.mjs` finds it in `dist`, so that an installed `surgeproof --help` needs no bundler. The packages in it are dependencies too, with their licences. */
export async function commandLine(): Promise<string> {
  const { bundle } = (await import(new URL('../../bin/bundled.mjs', import.meta.url).href)) as { bundle(): { text: string } };
  return (await transform(bundle().text, { minifyWhitespace: true, legalComments: 'none' })).code;
}
