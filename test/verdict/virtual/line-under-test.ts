import type { LineKind } from '../../../models/workload/surge/run-configuration.ts';

let line: LineKind = 'typescript';

/** Lets somebody else ask again for people in line, in all virtual runs of this test file. */
export function playOn(other: LineKind): void {
  line = other;
}

export const lineUnderTest = (): LineKind => line;
