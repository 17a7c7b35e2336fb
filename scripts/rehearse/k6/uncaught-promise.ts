/** k6 ends the iteration of a VU, with everybody in it, when a promise is rejected that nothing awaits. */
const UNCAUGHT = /^Uncaught \(in promise\)\s*/;
/** File and line in what k6 prints of a stack. */
const PLACE = /([^/\s()]+\.[mc]?[jt]s:\d+):\d+/;

/** Whether a line of k6 begins to say that a promise was rejected and nothing awaited it. */
export function isUncaught(line: string): boolean {
  return UNCAUGHT.test(line.trim());
}

/**
 * The mistake of the surge file behind such a line, as one sentence; null when k6 said nothing of the kind.
 *
 * @example uncaughtPromise(['Uncaught (in promise) Error: no', '\tat run (file:///tmp/x/a.surge.ts:9:45(10))']) // => 'a promise that is not awaited was rejected: Error: no at a.surge.ts:9; await it, or catch its errors'
 */
export function uncaughtPromise(said: readonly string[]): string | null {
  const first = said.findIndex(isUncaught);
  if (first < 0) return null;
  const error = said[first]!.trim().replace(UNCAUGHT, '');
  const place = PLACE.exec(said[first + 1] ?? '')?.[1];
  return `a promise that is not awaited was rejected${error === '' ? '' : `: ${error}`}${place === undefined ? '' : ` at ${place}`}; await it, or catch its errors`;
}
