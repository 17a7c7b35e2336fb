import { type Running, runPart } from '../../shared/process/run-part.ts';
import { isRunning, type Postgres, startPostgres } from './postgres.ts';
import { dropLedger, prepareLedger } from './prepare-ledger.ts';
import { schemaName, withSchema } from './schema-name.ts';

export interface LedgerConfig {
  readonly runId: string;
  readonly users: number;
  readonly merchants: number;
  readonly dataDir: string;
  /** A PostgreSQL of the user's own; null starts one. */
  readonly databaseUrl: string | null;
}

export interface LedgerReady {
  /** Connects to the schema of this run. */
  readonly databaseUrl: string;
  /** Process id of the PostgreSQL server; null when it is not ours. */
  readonly postgres: number | null;
}

/** Of all that initdb and the server say, only what went wrong. */
const logTrouble = (line: string): void => {
  if (/(WARNING|ERROR|FATAL|PANIC):/.test(line)) console.log(line.trimEnd());
};

/** Without its server the ledger has no reason to live; whoever started it learns of the end from the exit code. */
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
const reasonOf = (error: unknown): string =>
  error instanceof Error && error.message !== '' ? error.message : String((error as { code?: unknown }).code ?? error);

/**
 * Keeps the ledger for as long as its parent lives: PostgreSQL does not notice the end of whoever started it, this process does.
 * A server of our own is ended and its data removed; in a database of the user's own, the schema of the run is dropped.
 */
async function keepLedger(config: LedgerConfig): Promise<Running<LedgerReady>> {
  const schema = schemaName(config.runId);
  const own = config.databaseUrl === null ? await startPostgres(config.dataDir, logTrouble) : null;
  const server = own?.databaseUrl ?? config.databaseUrl ?? '';
  const databaseUrl = withSchema(server, schema);
  try {
    await prepareLedger(databaseUrl, schema, config.users, config.merchants);
  } catch (cause) {
    await own?.stop();
    throw new Error(`PostgreSQL at ${new URL(server).host} cannot hold the ledger: ${reasonOf(cause)}`, { cause });
  }
  if (own === null) return { ready: { databaseUrl, postgres: null }, stop: () => dropLedger(server, schema) };
  const watching = watch(own);
  const stop = (): Promise<void> => {
    clearInterval(watching);
    return own.stop();
  };
  return { ready: { databaseUrl, postgres: own.pid }, stop };
}

runPart(keepLedger);
