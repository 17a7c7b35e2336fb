/** Never resolves: what a journey gets that must not go on, because the run or the journey is over. */
export const forEver = new Promise<never>(() => {});

/** Promise of a request that knows whether anything waits for it. */
export interface WatchedPromise extends Promise<unknown> {
  awaited: boolean;
}

/**
 * `await`, `then` and the functions of `Promise` all read `constructor` of a promise first (ECMA-262, PromiseResolve and
 * SpeciesConstructor), which is the only sign that somebody waits for it.
 */
const WATCHED = Object.create(Promise.prototype, {
  awaited: { value: false, writable: true },
  constructor: {
    get(this: WatchedPromise) {
      this.awaited = true;
      return Promise;
    },
  },
});

/** Begins to watch a promise. */
export function watched(promise: Promise<unknown>): WatchedPromise {
  return Object.setPrototypeOf(promise, WATCHED);
}

const nothing = (): void => {};

/** Keeps k6 from ending the whole VU when this promise is rejected and nobody waits for it. */
export function silence(promise: WatchedPromise): void {
  const before = promise.awaited;
  promise.then(undefined, nothing);
  promise.awaited = before;
}

/** Stands for the promise that `then` would make: nobody wants it, and its two functions are a fifth of what a sleeping user costs. */
function NoResult(executor: (resolve: () => void, reject: () => void) => void): void {
  executor(nothing, nothing);
}

const QUIET = Object.create(Promise.prototype, { constructor: { value: { [Symbol.species]: NoResult } } });

/** Calls one of two functions when a journey is over. */
export function onSettled(result: unknown, done: () => void, threw: (error: unknown) => void): void {
  const promise: Promise<unknown> = result instanceof Promise ? result : Promise.resolve(result);
  Object.setPrototypeOf(promise, QUIET);
  promise.then(done, threw);
}
