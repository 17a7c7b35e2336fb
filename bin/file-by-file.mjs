import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inPackage } from './in-package.mjs';

const built = new URL('../dist/scripts-surgeproof.js', import.meta.url);
const isBuilt = inPackage && existsSync(built);

// In this very process, so that signals and exit codes need no forwarding. The JavaScript of the package needs no loader. Otherwise the
// project's own tsconfig counts, whatever folder the command is called from; Node has resolved symbolic links in import.meta.url before.
if (!isBuilt) (await import('tsx/esm/api')).register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
await import(isBuilt ? built.href : '../scripts/surgeproof.ts');
