import { randomBytes } from 'node:crypto';
import { bugProblem, serviceOf } from './known-services.ts';
import type { AppOrder } from './shared/app/run-app.ts';
import { type Part, type PartOptions, startPart } from './shared/process/start-part.ts';
import type { AuditInput, LedgerAudit, Service, ServiceContext, ServiceParts } from './shared/service/service.ts';
import { checkServiceOptions, type ServiceOptions } from './shared/service/service-options.ts';
import { roomBugOf } from './waiting-room/room-bugs.ts';
import type { WaitingRoomConfig } from './waiting-room/waiting-room-config.ts';

/** A reference service, running: its app and, where it has them, a waiting room and a database, each in a process of its own. */
export interface RunningService {
  /** Base addresses; the one of the app is `app`. */
  readonly bases: Readonly<Record<string, string>>;
  /** null for a service without one. */
  readonly waitingRoom: { readonly base: string; readonly dialect: 'surgeproof' } | null;
  /** The run, as every part names it in its identity. */
  readonly identity: string;
  processes(): { name: string; pid: number }[];
  /** Kills app node `i`, counted from 0, as a power cut would. It is not started again. */
  killNode(i: number): void;
  /** Resolves when a part ends by itself; stays pending otherwise. */
  readonly exited: Promise<{ part: string; code: number | null }>;
  /** Ends every process and removes the data. Safe to call twice. */
  stop(): Promise<void>;
  /** Issues accounts for people 1 to `count`; null for a service whose people are the synthetic ones. */
  readonly accounts: null | ((count: number) => readonly unknown[]);
  /** Ends the app, and compares what users were told with what the service keeps; null for a service that keeps nothing of theirs. */
  readonly audit: null | ((input: AuditInput) => Promise<LedgerAudit>);
}

/** Seconds a pass is good for: three times what an unhurried registration takes. */
const PASS_SECONDS = 600;

type Start = ServiceContext['start'];
type Room = Part<{ url: string }> | null;

function contextOf(options: ServiceOptions, secret: string, start: Start): ServiceContext {
  const { service, runId, size, people, seed, ports, dataDir, databaseUrl = null, bug = null } = options;
  const app = { service, runId, nodes: size.nodes, port: ports?.app ?? 0, secret, people, seed };
  return { app, dataDir, databaseUrl, closesAfter: size.closesAfter ?? null, bug, start };
}

/** Starts the waiting room, where the service has one. */
async function startRoom({ waitingRoom }: Service, options: ServiceOptions, secret: string, start: Start): Promise<Room> {
  if (!waitingRoom) return null;
  const config: WaitingRoomConfig = {
    lanes: [...options.lanes],
    tokensPerSecond: options.size.admissionTokens,
    opensAfterSeconds: options.size.doorsOpenAfter,
    secret,
    port: options.ports?.waitingRoom ?? 0,
    passSeconds: PASS_SECONDS,
    service: options.service,
    run: options.runId,
    nodes: options.size.nodes,
    bug: roomBugOf(options.bug),
  };
  return start({ name: 'waiting room', entry: new URL('waiting-room/main.ts', import.meta.url), config });
}

async function checkBug({ bug = null, service }: ServiceOptions): Promise<void> {
  const problem = bug === null ? null : await bugProblem(service, bug);
  if (problem !== null) throw new RangeError(`bug: ${problem}`);
}

/** Starts all parts at once and waits for all, also when one fails, so that `started` holds everything that has to be ended. */
async function startParts(options: ServiceOptions, started: Part<unknown>[]): Promise<{ room: Room; parts: ServiceParts }> {
  const service = await serviceOf(options.service);
  await checkBug(options);
  const { onLog = () => {} } = options;
  const start = async <Config, Ready>(part: Omit<PartOptions<Config>, 'onLog'>): Promise<Part<Ready>> => {
    const running = await startPart<Config, Ready>({ ...part, onLog });
    started.push(running);
    return running;
  };
  const secret = randomBytes(32).toString('hex');
  const starting = [startRoom(service, options, secret, start), service.start(contextOf(options, secret, start))] as const;
  await Promise.allSettled(starting);
  const [room, parts] = await Promise.all(starting);
  return { room, parts };
}

/** Ends the parts, the last one started first: a part that uses another ends before it. */
function stopperOf(started: readonly Part<unknown>[]): { stop: () => Promise<void>; isStopping: () => boolean } {
  let stopping: Promise<void> | null = null;
  const end = async (): Promise<void> => {
    for (const part of [...started].reverse()) await part.stop();
  };
  const stop = (): Promise<void> => {
    stopping ??= end();
    return stopping;
  };
  return { stop, isStopping: () => stopping !== null };
}

/** Nodes may still work on requests that clients gave up, so the app ends before its books are read: what it books later nobody would see. */
function auditOf({ app, audit }: ServiceParts, quiet: Set<Part<unknown>>): RunningService['audit'] {
  if (audit === null) return null;
  return async (input) => {
    quiet.add(app);
    await app.stop();
    return audit(input);
  };
}

/**
 * Starts a reference service on loopback, by the name of its folder. Rejects with a sentence when a part cannot start; then nothing
 * is left behind. All processes end with the one that called this, even when that is killed with SIGKILL.
 */
export async function startService(options: ServiceOptions): Promise<RunningService> {
  checkServiceOptions(options);
  const started: Part<unknown>[] = [];
  const { stop, isStopping } = stopperOf(started);
  const quiet = new Set<Part<unknown>>();
  const { room, parts } = await startParts(options, started).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const exited = new Promise<{ part: string; code: number | null }>((resolve) => {
    for (const part of started) {
      void part.exited.then((code) => isStopping() || quiet.has(part) || resolve({ part: part.name, code }));
    }
  });
  const killNode = (i: number): void => {
    if (!Number.isInteger(i) || i < 0 || i >= options.size.nodes)
      throw new RangeError('killNode: there is no such node; nodes are counted from 0');
    parts.app.order({ kill: i } satisfies AppOrder);
  };
  return {
    bases: { app: parts.app.ready.url },
    waitingRoom: room === null ? null : { base: room.ready.url, dialect: 'surgeproof' },
    identity: options.runId,
    processes: () => [...started.map(({ name, pid }) => ({ name, pid })), ...parts.processes],
    killNode,
    exited,
    stop,
    accounts: parts.accounts ?? null,
    audit: auditOf(parts, quiet),
  };
}
