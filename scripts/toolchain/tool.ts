/** A program written in Go that surgeproof runs; pinned in engine/native/go.mod. */
export interface Tool {
  readonly name: string;
  /** Without a leading v. */
  readonly version: string;
  /** Go package of the program, as named in engine/native. */
  readonly package: string;
  /** What the linker is told, where a program does not know its own version otherwise. */
  readonly linkerFlags?: string;
  /** What our own build has and the program of its authors has not: an extension, as the program lists it; null for a program as it is. */
  readonly extension: string | null;
  /** Environment variable with a path that goes before every other way. */
  readonly variable: string;
  /** Arguments that make it print its version. */
  readonly versionArguments: readonly string[];
  /** Addresses of its releases; null: only our own build is used. */
  readonly releases: Releases | null;
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

/** The proxy that loses messages between the parts of a reference service; only runs with such a fault need it. */
export const TOXIPROXY: Tool = {
  name: 'toxiproxy-server',
  version: '2.5.0',
  package: 'github.com/Shopify/toxiproxy/v2/cmd/server',
  linkerFlags: '-X github.com/Shopify/toxiproxy/v2.Version=2.5.0',
  extension: null,
  variable: 'TOXIPROXY_BIN',
  versionArguments: ['-version'],
  releases: null,
};

/** A tool that was found, and where. */
export interface FoundTool {
  readonly path: string;
  readonly version: string;
  readonly from: 'variable' | 'PATH' | 'cache' | 'release' | 'build';
  /** Whether it has the extension, of k6 the native line, as this surgeproof needs it. */
  readonly extended: boolean;
}
