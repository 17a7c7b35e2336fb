import type { Client } from 'pg';
import type { Running } from '../process/run-part.ts';
import { isRunning, type Postgres, startPostgres } from './postgres.ts';
import { dropSchema, makeSchema } from './run-schema.ts';
import { schemaName, withSchema } from './schema-name.ts';

export interface DatabaseConfig {
  readonly runId: string;
  readonly dataDir: string;
  /** A PostgreSQL of the user's own; null starts one. */
  readonly databaseUrl: string | null;
}

export interface DatabaseReady {
  /** Connects to the schema of this run. */
  readonly databaseUrl: string;
  /** Process id of the PostgreSQL server; null when it is not ours. */
  readonly postgres: number | null;
}

/** Of all that initdb and the server say, only what went wrong. */
function logTrouble(line: string): void {
  if (/(WARNING|ERROR|FATAL|PANIC):/.test(line)) console.log(line.trimEnd());
}

/** Without its server this process has no reason to live; its parent learns of the end from the exit code. */
function watch({ pid, stop }: Postgres): NodeJS.Timeout {
  const timer = setInterval(() => {
    if (isRunning(pid)) return;
    clearInterval(timer);
    console.error('PostgreSQL has ended');
    void stop().finally(() => process.exit(1));
  }, 500);
  return timer;
}

/** Node reports a refused connection to a name with several addresses as an error without words. */
function reasonOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : String((error as { code?: unknown }).code ?? error);
}

/**
 * Keeps a database for as long as the parent of this process lives: PostgreSQL does not notice the end of its parent, this does.
 * `fill` makes what the service needs in the schema of the run. A server of our own is ended and its data removed; in a database of
 * the user's own, the schema of the run is dropped.
 */
export async function keepDatabase(config: DatabaseConfig, fill: (client: Client) => Promise<void>): Promise<Running<DatabaseReady>> {
  const schema = schemaName(config.runId);
  const own = config.databaseUrl === null ? await startPostgres(config.dataDir, logTrouble) : null;
  const server = own?.databaseUrl ?? config.databaseUrl ?? '';
  const databaseUrl = withSchema(server, schema);
  try {
    await makeSchema(databaseUrl, schema, fill);
  } catch (cause) {
    await own?.stop();
    throw new Error(`PostgreSQL at ${new URL(server).host} cannot hold the schema of this run: ${reasonOf(cause)}`, { cause });
  }
  if (own === null) return { ready: { databaseUrl, postgres: null }, stop: () => dropSchema(server, schema) };
  const watching = watch(own);
  const stop = (): Promise<void> => {
    clearInterval(watching);
    return own.stop();
  };
  return { ready: { databaseUrl, postgres: own.pid }, stop };
}
