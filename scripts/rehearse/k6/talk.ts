import { panicOf } from './ended-by.ts';
import { isUncaught, uncaughtPromise } from './uncaught-promise.ts';

/** What k6 says besides its measurements, as far as it tells how the run ends. */
export interface Talk {
  /** @param begun whether anything was measured before this line */
  hear(line: string, begun: boolean): void;
  /** What k6 said until it measured something. */
  readonly said: readonly string[];
  /** Settles with a sentence when a mistake of the surge file ended a VU. */
  readonly uncaught: Promise<string>;
  /** The last line that began as a Go panic does; null without one. */
  panic(): string | null;
}

export function createTalk(): Talk {
  const said: string[] = [];
  /** The line that says so waits for the next one, which names the place. */
  const uncaught: string[] = [];
  let panic: string | null = null;
  let found: (sentence: string) => void = () => {};
  return {
    said,
    uncaught: new Promise((resolve) => {
      found = resolve;
    }),
    panic: () => panic,
    hear(line, begun) {
      panic = panicOf(line) ?? panic;
      if (!begun) said.push(line);
      else if (uncaught.length === 1) found(uncaughtPromise([...uncaught.splice(0), line])!);
      else if (isUncaught(line)) uncaught.push(line);
    },
  };
}
