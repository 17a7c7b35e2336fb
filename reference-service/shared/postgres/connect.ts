import { createHash } from 'node:crypto';
import pg from 'pg';
import { failFast } from './fail-fast.ts';

/** Prepared statements by name, over a few connections. */
export interface Connected<Name extends string> {
  ask(name: Name, values: readonly unknown[]): Promise<pg.QueryResultRow[]>;
  close(): Promise<void>;
}

/** Name of an app's connections in PostgreSQL, one a database and schema, by whatever address it is reached: an audit waits until the last of them is done. */
export function applicationName(databaseUrl: string): string {
  const { pathname, search } = new URL(databaseUrl);
  return `surgeproof ${createHash('sha256').update(`${pathname}${search}`).digest('hex').slice(0, 16)}`;
}

/** Milliseconds until a call without an answer is given up: below the two seconds in which an outage has to show, far above any answer of a database that is well. */
const PATIENCE = 1_500;

/** Waiting for a connection and for an answer each have a time-out of their own; a caller gives up when both together take too long. */
async function inTime<Result>(call: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE} ms`)), PATIENCE);
  });
  return Promise.race([call, late]).finally(() => clearTimeout(timer));
}

/** `connections` at once; more requests wait for one. Rejects with 503 `ledger-unreachable` when the database does not answer. */
export function connect<Name extends string>(
  databaseUrl: string,
  connections: number,
  statements: Readonly<Record<Name, string>>,
  onError: (error: Error) => void,
): Connected<Name> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: applicationName(databaseUrl),
    max: connections,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
  });
  // The pool watches connections that are idle, not those it is closing while the app stops.
  pool.on('connect', (client) => client.on('error', onError));
  pool.on('error', () => {});
  return {
    ask: failFast(
      async (name, values) => (await inTime(pool.query<pg.QueryResultRow>({ name, text: statements[name], values: [...values] }))).rows,
    ),
    close: () => pool.end(),
  };
}

/** Rows as columns, for `unnest`. */
export function columns<Row extends readonly unknown[]>(rows: readonly Row[], width: number): unknown[][] {
  return Array.from({ length: width }, (_, i) => rows.map((row) => row[i]));
}
