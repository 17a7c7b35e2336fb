import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder surgeproof itself lies in, wherever it is called from. */
export const PROJECT_FOLDER = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
