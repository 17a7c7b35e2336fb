/** A program written in Go that surgeproof runs; pinned in engine/native/go.mod. */
export interface Tool {
  readonly name: string;
  /** Without a leading v. */
  readonly version: string;
  /** Go package of the program, as named in engine/native. */
  readonly package: string;
  /** What our own build has and the program of its authors has not: an extension, as the program lists it; null for a program as it is. */
  readonly extension: string | null;
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

/** The load generator, built with the native line. `go.mod` pins the same version; a test holds the two together. */
export const K6: Tool = {
  name: 'k6',
  version: '2.2.0',
  package: './k6',
  extension: 'k6/x/surgeproof',
  variable: 'K6_BIN',
  versionArguments: ['version'],
  releases: { base: 'https://github.com/grafana/k6/releases/download', variable: 'SURGEPROOF_K6_RELEASES' },
};

/** A tool that was found, and where. */
export interface FoundTool {
  readonly path: string;
  readonly version: string;
  readonly from: 'variable' | 'PATH' | 'cache' | 'release' | 'build';
  /** Whether it has the extension, of k6 the native line, as this surgeproof needs it. */
  readonly extended: boolean;
}
