import { randomBytes } from 'node:crypto';
import { type Part, startPart } from '../shared/process/start-part.ts';
import type { WaitingRoomConfig } from '../waiting-room/waiting-room-config.ts';
import type { AppConfig, AppReady } from './app/main.ts';
import type { DependencyPlan } from './dependencies/dependency-server.ts';
import type { DependenciesConfig } from './dependencies/main.ts';
import { checkEmbeddedOptions, type EmbeddedOptions } from './embedded-options.ts';
import type { LedgerConfig, LedgerReady } from './ledger/main.ts';
import { startLedger } from './ledger/start-ledger.ts';
import { DEPENDENCY_TIMES, type DependencyTimes, NODE } from './service-times.ts';

/** The reference service, running: a waiting room, app nodes, dependencies and a ledger, each in processes of their own. */
export interface Embedded {
  /** Base URLs. */
  readonly app: string;
  readonly waitingRoom: string;
  /** Connects to the ledger of this run, for the audit. */
  readonly databaseUrl: string;
  /** The run, as both base URLs name it in their identity. */
  readonly identity: string;
  processes(): { name: string; pid: number }[];
  /** Kills app node `i`, counted from 0, as a power cut would. It is not started again. */
  killNode(i: number): void;
  /** Resolves when a part ends that was not told to; stays pending otherwise. */
  readonly exited: Promise<{ part: string; code: number | null }>;
  /** Ends every process and removes the data. Safe to call twice. */
  stop(): Promise<void>;
}

interface Parts {
  readonly ledger: Part<LedgerReady>;
  readonly dependencies: Part<{ url: string }>;
  readonly waitingRoom: Part<{ url: string }>;
  readonly app: Part<AppReady>;
}

/** Seconds a pass is good for: three times what an unhurried registration takes. */
const PASS_SECONDS = 600;

/** Milliseconds a dependency has to answer: half of the client's own patience. */
const DEPENDENCY_TIMEOUT = 5_000;

const planOf = ({ p50, p99, concurrency }: DependencyTimes): DependencyPlan => ({
  p50: p50.value,
  p99: p99.value,
  concurrency: concurrency.value,
});

function configs(options: EmbeddedOptions) {
  const { runId, users, merchants, nodes, dataDir, seed = 1, ports = { app: 0, waitingRoom: 0 } } = options;
  const secret = randomBytes(32).toString('hex');
  const { carrier, bank } = DEPENDENCY_TIMES;
  const ledger: LedgerConfig = { runId, users, merchants, dataDir, databaseUrl: options.databaseUrl ?? null };
  const dependencies: DependenciesConfig = { plans: { carrier: planOf(carrier), bank: planOf(bank), ...options.dependencies }, seed };
  const waitingRoom: WaitingRoomConfig = {
    lanes: [...options.lanes],
    tokensPerSecond: options.tokensPerSecond,
    opensAfterSeconds: options.opensAfterSeconds,
    secret,
    port: ports.waitingRoom,
    passSeconds: PASS_SECONDS,
    run: runId,
  };
  const size = { nodes, workers: NODE.workers.value, queueLimit: NODE.queueLimit.value };
  const app = { runId, secret, users, merchants, seed, port: ports.app, dependencyTimeout: DEPENDENCY_TIMEOUT, ...size };
  return { ledger, dependencies, waitingRoom, app };
}

/** Waits for all, also when one fails, so that whatever did start is known and can be stopped. */
async function all<A, B, C>(parts: [Promise<A>, Promise<B>, Promise<C>]): Promise<[A, B, C]> {
  await Promise.allSettled(parts);
  return Promise.all(parts);
}

/** Starts the parts; `started` holds those that run, in the order in which they are to be stopped, also when this rejects. */
async function startParts(options: EmbeddedOptions, started: Part<unknown>[]): Promise<Parts> {
  const { onLog = () => {} } = options;
  const config = configs(options);
  const kept = async <Ready>(starting: Promise<Part<Ready>>): Promise<Part<Ready>> => {
    const part = await starting;
    started.unshift(part);
    return part;
  };
  const start = <Config, Ready>(name: string, file: string, config: Config): Promise<Part<Ready>> =>
    kept(startPart({ name, entry: new URL(file, import.meta.url), config, onLog }));
  const [ledger, dependencies, waitingRoom] = await all([
    kept(startLedger(config.ledger, onLog)),
    start<DependenciesConfig, { url: string }>('dependencies', 'dependencies/main.ts', config.dependencies),
    start<WaitingRoomConfig, { url: string }>('waiting room', '../waiting-room/main.ts', config.waitingRoom),
  ]);
  const appConfig: AppConfig = { ...config.app, databaseUrl: ledger.ready.databaseUrl, dependencies: dependencies.ready.url };
  const app = await start<AppConfig, AppReady>('app', 'app/main.ts', appConfig);
  return { ledger, dependencies, waitingRoom, app };
}

function processesOf({ ledger, dependencies, waitingRoom, app }: Parts): { name: string; pid: number }[] {
  const nodes = app.ready.nodes.map((pid, i) => ({ name: `node ${i + 1}`, pid }));
  const postgres = ledger.ready.postgres === null ? [] : [{ name: 'postgres', pid: ledger.ready.postgres }];
  return [...[waitingRoom, app, dependencies, ledger].map(({ name, pid }) => ({ name, pid })), ...nodes, ...postgres];
}

function killProcess(pid: number | undefined): void {
  if (pid === undefined) throw new RangeError('killNode: there is no such node; nodes are counted from 0');
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was dead already.
  }
}

/**
 * Starts the whole reference service on loopback. Rejects with a sentence when a part cannot start; then nothing is left behind.
 * All processes end with the one that called this, even when that is killed with SIGKILL.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  checkEmbeddedOptions(options);
  const started: Part<unknown>[] = [];
  let stopping: Promise<void> | null = null;
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      // One after the other, the ledger last: whoever uses a part ends before it.
      for (const part of started.sort((a, b) => Number(a.name === 'ledger') - Number(b.name === 'ledger'))) await part.stop();
    })();
    return stopping;
  };
  const parts = await startParts(options, started).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const exited = new Promise<{ part: string; code: number | null }>((resolve) => {
    for (const { name, exited } of started) void exited.then((code) => stopping ?? resolve({ part: name, code }));
  });
  return {
    app: parts.app.ready.url,
    waitingRoom: parts.waitingRoom.ready.url,
    databaseUrl: parts.ledger.ready.databaseUrl,
    identity: options.runId,
    processes: () => processesOf(parts),
    killNode: (i) => killProcess(parts.app.ready.nodes[i]),
    exited,
    stop,
  };
}
