import { fileURLToPath } from 'node:url';
import { buildSync, stop } from 'esbuild';

let bundled: string | undefined;

/** The script of the page as one string: chart.js, its plugins and `reports/browser/main.ts`, without network. Made once a process. */
export function pageScript(): string {
  bundled ??= bundle();
  return bundled;
}

function bundle(): string {
  const entry = fileURLToPath(new URL('../browser/main.ts', import.meta.url));
  // Ctrl-C in a terminal ended esbuild's process together with k6; after `stop` a new one is started.
  void stop();
  const built = buildSync({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'ascii',
    write: false,
    logLevel: 'silent',
    legalComments: 'none',
  });
  // The element of the script would end at this sequence wherever it stands.
  return (built.outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script');
}
