import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../project/project-folder.ts';

/** In the repository `dist` would only grow old. */
await rm(join(PROJECT_FOLDER, 'dist'), { recursive: true, force: true });
