import { builtinModules } from 'node:module';
import { join } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';
import { PROJECT_FOLDER } from '../project/project-folder.ts';

/** The module that surge files import, wherever they lie: the public surface of this very surgeproof. */
const PUBLIC_SURFACE = join(PROJECT_FOLDER, 'surgeproof.ts');

/** `import … from 'surgeproof'`. */
const publicSurface: Plugin = {
  name: 'public-surface',
  setup(build) {
    build.onResolve({ filter: /^surgeproof$/ }, () => ({ path: PUBLIC_SURFACE }));
  },
};

/** Modules of Node, which k6 does not have. */
const noNodeModules: Plugin = {
  name: 'no-node-modules',
  setup(build) {
    const builtIn = new Set(builtinModules);
    build.onResolve({ filter: /^(node:)?[a-z_/0-9]+$/ }, ({ path }) =>
      path.startsWith('node:') || builtIn.has(path)
        ? { errors: [{ text: `${path} is a module of Node, which k6 does not have; use a module that needs none` }] }
        : null,
    );
  },
};

/** What both bundles of a team's file have in common: its modules and npm packages inside, no module of Node. */
export function bundleSettings(...plugins: readonly Plugin[]) {
  return {
    bundle: true,
    write: false,
    metafile: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['module', 'import', 'default'],
    charset: 'utf8',
    sourcemap: 'external',
    sourcesContent: false,
    logLevel: 'silent',
    outfile: 'bundle.js',
    tsconfigRaw: {},
    plugins: [...plugins, publicSurface, noNodeModules],
  } as const satisfies BuildOptions;
}
