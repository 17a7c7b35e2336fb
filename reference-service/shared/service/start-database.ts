import type { DatabaseConfig, DatabaseReady } from '../postgres/keep-database.ts';
import type { ServiceContext, ServiceParts } from './service.ts';

/** The database of a service, running. */
export interface StartedDatabase {
  /** Connects to the schema of this run. */
  readonly url: string;
  /** The server, where it is ours. */
  readonly processes: ServiceParts['processes'];
}

/** Starts the process that keeps the database of a service; `entry` is its file. */
export async function startDatabase<Config extends DatabaseConfig>(
  start: ServiceContext['start'],
  name: string,
  entry: URL,
  config: Config,
): Promise<StartedDatabase> {
  // PostgreSQL refuses to run with the rights of root.
  const { ready } = await start<Config, DatabaseReady>({ name, entry, config, unprivileged: true });
  return { url: ready.databaseUrl, processes: ready.postgres === null ? [] : [{ name: 'postgres', pid: ready.postgres }] };
}
