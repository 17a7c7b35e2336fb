import type { PlannedLane } from '../../../models/workload/surge/planned-lanes.ts';
import type { ServiceSize } from '../../../models/workload/surge/surge.ts';
import { databaseUrlProblem } from '../postgres/database-url.ts';

/** What is to be started. */
export interface ServiceOptions {
  /** Name of a folder with a `service.ts`. */
  readonly service: string;
  readonly size: ServiceSize;
  /** Lanes of the waiting room; not looked at by a service without one. */
  readonly lanes: readonly PlannedLane[];
  /** Accounts. */
  readonly people: number;
  /** Of the drawn service times. */
  readonly seed: number;
  readonly runId: string;
  /** Folder for the data of databases that are started, made if need be. What this run puts there is removed by `stop()`. */
  readonly dataDir: string;
  /** A PostgreSQL of the user's own, on this machine or at one of `databaseAddresses`: a schema is made in it for this run and dropped by `stop()`. */
  readonly databaseUrl?: string | undefined;
  /** Addresses besides loopback ones that the database may have. */
  readonly databaseAddresses?: readonly string[] | undefined;
  /** A mistake of the service to start it with, by name. */
  readonly bug?: string | null | undefined;
  /** Pairs of parts between which this run loses messages, and the toxiproxy that does it; none unless given. */
  readonly partitions?: { readonly between: readonly string[]; readonly program: string } | undefined;
  /** Free ports unless given. */
  readonly ports?: { readonly app: number; readonly waitingRoom: number } | undefined;
  /** Lines the parts print. */
  readonly onLog?: ((line: string) => void) | undefined;
}

/** Largest numbers that names of users and one machine have room for. */
const MOST = { nodes: 20, people: 9_999_999 } as const;

/** Throws one sentence that names every option out of range. */
export function checkServiceOptions(options: ServiceOptions): void {
  const given = { nodes: options.size.nodes, people: options.people };
  const problems = Object.entries(MOST).flatMap(([name, most]) => {
    const value = given[name as keyof typeof MOST];
    const fits = Number.isInteger(value) && value >= 1 && value <= most;
    return fits ? [] : [`${name}: must be a whole number from 1 to ${most}, got ${value}`];
  });
  const databaseProblem = options.databaseUrl === undefined ? null : databaseUrlProblem(options.databaseUrl, options.databaseAddresses);
  if (databaseProblem !== null) problems.push(databaseProblem);
  if (problems.length > 0) throw new RangeError(`reference service: ${problems.join('; ')}`);
}
