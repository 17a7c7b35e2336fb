/** A program written in Go that surgeproof runs; pinned in go.mod beside this file. */
export interface Tool {
  readonly name: string;
  /** Without a leading v. */
  readonly version: string;
  /** Go package of the program. */
  readonly package: string;
  /** Environment variable with a path that goes before every other way. */
  readonly variable: string;
  /** Arguments that make it print its version. */
  readonly versionArguments: readonly string[];
  /** Addresses of its releases. */
  readonly releases: Releases;
}

interface Releases {
  /** Folder of all releases. */
  readonly base: string;
  /** Environment variable that names a mirror in place of `base`. */
  readonly variable: string;
}

/** The load generator. `go.mod` pins the same version; a test holds the two together. */
export const K6: Tool = {
  name: 'k6',
  version: '2.2.0',
  package: 'go.k6.io/k6/v2',
  variable: 'K6_BIN',
  versionArguments: ['version'],
  releases: { base: 'https://github.com/grafana/k6/releases/download', variable: 'SURGEPROOF_K6_RELEASES' },
};

/** A tool that was found, and where. */
export interface FoundTool {
  readonly path: string;
  readonly version: string;
  readonly from: 'variable' | 'PATH' | 'cache' | 'release' | 'build';
}
