import type { RoomLane } from '../waiting-room/room/room-lane.ts';
import type { DependencyPlans } from './dependencies/dependency-server.ts';

export interface EmbeddedOptions {
  /** App nodes, 1 to 20. */
  readonly nodes: number;
  readonly lanes: readonly RoomLane[];
  /** Admission tokens per second of the waiting room. */
  readonly tokensPerSecond: number;
  /** Seconds between the first who joins the line and the opening of the doors; 0 unless given. */
  readonly opensAfterSeconds?: number | undefined;
  readonly users: number;
  readonly merchants: number;
  readonly runId: string;
  /** A PostgreSQL of the user's own: a schema is made in it for this run and dropped by `stop()`. Without it one is started. */
  readonly databaseUrl?: string | undefined;
  /** Folder for the data of the PostgreSQL that is started, made if need be. What this run puts there is removed by `stop()`. */
  readonly dataDir: string;
  /** Lines the parts print. */
  readonly onLog?: ((line: string) => void) | undefined;
  /** Free ports unless given. */
  readonly ports?: { readonly app: number; readonly waitingRoom: number } | undefined;
  /** Of the drawn service times; 1 unless given. */
  readonly seed?: number | undefined;
  /** Instead of the stand-ins in the table of service times, to saturate one on purpose. */
  readonly dependencies?: Partial<DependencyPlans> | undefined;
}

/** Largest numbers the accounts of the ledger and the names of users and stores have room for. */
const LIMITS = { nodes: 20, users: 9_999_999, merchants: 9_999 } as const;

/** Throws one sentence that names every option out of range. */
export function checkEmbeddedOptions(options: EmbeddedOptions): void {
  const problems = Object.entries(LIMITS).flatMap(([name, most]) => {
    const value = options[name as keyof typeof LIMITS];
    return Number.isInteger(value) && value >= 1 && value <= most
      ? []
      : [`${name}: must be a whole number from 1 to ${most}, got ${value}`];
  });
  if (options.databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(options.databaseUrl)) {
    problems.push('databaseUrl: must begin with postgres:// or postgresql://');
  }
  if (problems.length > 0) throw new RangeError(`embedded service: ${problems.join('; ')}`);
}
