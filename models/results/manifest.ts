import type { RehearsedForecast } from './rehearsed-forecast.ts';

/** `manifest.json`: everything needed to repeat or dispute a run. Written before the load starts. */
export interface ManifestFile {
  readonly schema: 'surgeproof/manifest';
  readonly version: 1;
  readonly id: string;
  readonly scenario: string;
  readonly profile: string;
  readonly seed: number;
  readonly target: {
    readonly name: string;
    readonly app: string;
    readonly waitingRoom: string | null;
    readonly simulated: boolean;
    readonly nodes: number | null;
    readonly identity: string;
  };
  readonly command: readonly string[];
  readonly createdAt: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly host: { readonly platform: string; readonly cores: number; readonly memoryMiB: number; readonly openFiles: number | null };
  /** git revision of the working tree, `null` outside git; `dirty` when files differ. */
  readonly revision: { readonly commit: string; readonly dirty: boolean } | null;
  /** The surge, profile, budgets and gates that were in force, whole. */
  readonly configuration: unknown;
  /** The forecast whose arrivals were sent; left out when they were those of the profile. */
  readonly forecast?: RehearsedForecast;
}
