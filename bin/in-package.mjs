import { existsSync } from 'node:fs';

/** Whether this is the package. The repository has what the package has not, and its `dist` may be older than its sources. */
export const inPackage = !existsSync(new URL('../vitest.config.ts', import.meta.url));
