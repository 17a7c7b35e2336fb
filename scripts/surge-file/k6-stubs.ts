import type { Plugin } from 'esbuild';

/**
 * What stands for `k6` and `k6/*` while Node evaluates a file: every import is a function that gives itself back, whatever is asked of it.
 * Imports take names from the prototype, so that no name need be known before.
 */
const STUB = `
const anything = new Proxy(function () {}, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => '' : name === 'then' || typeof name === 'symbol' ? undefined : anything),
  apply: () => anything,
  construct: () => anything,
});
module.exports = Object.create(anything);
module.exports.default = anything;
`;

const NAMESPACE = 'k6-stub';

/** The modules that only k6 has. */
const K6_MODULES = /^k6(\/.*)?$/;

/** Lets a file that imports `k6/*` be evaluated in Node. */
export const k6Stubs: Plugin = {
  name: 'k6-stubs',
  setup(build) {
    build.onResolve({ filter: K6_MODULES }, ({ path }) => ({ path, namespace: NAMESPACE }));
    build.onLoad({ filter: /.*/, namespace: NAMESPACE }, () => ({ contents: STUB, loader: 'js' }));
  },
};
