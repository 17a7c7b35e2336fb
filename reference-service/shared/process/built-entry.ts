/** The JavaScript of a file that is started by its path, where a build has made it. The package carries another file in place of this one (scripts/package/build-javascript.ts). */
export const builtEntry = (_entry: URL): URL | null => null;
