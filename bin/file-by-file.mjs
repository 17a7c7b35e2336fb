import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../scripts/surgeproof.js', import.meta.url);

// In this very process, so that signals and exit codes need no forwarding. Where a build has put JavaScript beside the sources, no loader is
// needed. Otherwise the project's own tsconfig counts, whatever folder the command is called from; Node has resolved symbolic links in
// import.meta.url before.
if (!existsSync(built)) (await import('tsx/esm/api')).register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
await import(existsSync(built) ? built.href : '../scripts/surgeproof.ts');
