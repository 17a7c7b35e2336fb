import type { SharedArray as K6SharedArray } from 'k6/data';

function makeShared(_name: string, make: () => unknown[]): readonly unknown[] {
  return Object.freeze(make().map((entry): unknown => JSON.parse(JSON.stringify(entry))));
}

/** An array that is made once; k6's is read-only and hands out copies. */
export const SharedArray = makeShared as unknown as typeof K6SharedArray;
