import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

// In this very process, so that signals and exit codes need no forwarding. The project's own tsconfig counts, whatever folder
// the command is called from; Node has resolved symbolic links in import.meta.url before.
register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
await import('../scripts/surgeproof.ts');
