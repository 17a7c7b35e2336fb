import type { RunConfiguration, Target } from '../workload/surge/run-configuration.ts';
import type { Polling } from './polling.ts';
import type { RehearsedForecast } from './rehearsed-forecast.ts';

/** `manifest.json`: everything needed to repeat or dispute a run. Written before the load starts. */
export interface ManifestFile {
  readonly schema: 'surgeproof/manifest';
  readonly version: 2;
  readonly id: string;
  readonly surge: string;
  /** The surge file, as given; a built-in name otherwise. */
  readonly file: string;
  readonly profile: string;
  readonly seed: number;
  readonly target: Target & {
    /** Service times are simulated: the reference service. */
    readonly simulated: boolean;
    /** Nodes of a service that surgeproof started; null for any other. */
    readonly nodes: number | null;
    /** What it said it is; null when it says nothing. */
    readonly identity: string | null;
  };
  readonly command: readonly string[];
  readonly createdAt: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly host: { readonly platform: string; readonly cores: number; readonly memoryMiB: number; readonly openFiles: number | null };
  /** git revision of the working tree, `null` outside git; `dirty` when files differ. */
  readonly revision: { readonly commit: string; readonly dirty: boolean } | null;
  /** The surge, profile, budgets and limits that were in force, whole. */
  readonly configuration: RunConfiguration;
  /** Steps that one person made on the walk before the run, by journey; null when nobody walked. */
  readonly walk: Readonly<Record<string, readonly string[]>> | null;
  /** How people were given accounts: `1,200 rows of accounts.csv, never reused`; null without accounts. */
  readonly accounts: string | null;
  /** How people in the queue are polled; left out without a waiting room. */
  readonly polling?: Polling;
  /** The forecast whose arrivals were sent; left out when they were those of the profile. */
  readonly forecast?: RehearsedForecast;
}
