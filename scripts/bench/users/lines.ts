import type { LineKind } from '../../../models/workload/surge/run-configuration.ts';

/** Who asks for people in line, in words for a table. */
export const SAY_LINE: Readonly<Record<LineKind, string>> = { typescript: 'the line in TypeScript', native: 'the native line' };
