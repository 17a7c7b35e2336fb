import { join } from 'node:path';
import { inject } from 'vitest';

/** A file of surgeproof as `build-package.ts` built it for this run of the tests. */
export const builtFile = (path: string): string => join(inject('builtPackage'), path);
