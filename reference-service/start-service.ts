import { randomBytes } from 'node:crypto';
import type { FaultAction } from '../models/workload/surge/fault.ts';
import { bugProblem, serviceOf } from './known-services.ts';
import type { FaultOrder } from './shared/faults/app-faults.ts';
import { type Partitions, partitionsOf } from './shared/partition/partitions.ts';
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
  /** Begins a fault that is to last so many seconds. Rejects with a sentence when it could not be done. */
  disturb(fault: FaultAction, seconds: number): Promise<void>;
  /** Ends a fault. */
  restore(fault: FaultAction): Promise<void>;
  /** Resolves when a part ends by itself; stays pending otherwise. */
  readonly exited: Promise<{ part: string; code: number | null }>;
  /** Ends every process and removes the data. Safe to call twice. */
  stop(): Promise<void>;
  /** Issues accounts for people 1 to `count`; null for a service whose people are the synthetic ones. */
  readonly accounts: null | ((count: number) => Promise<readonly unknown[]>);
  /** Ends the app, and compares what users were told with what the service keeps; null for a service that keeps nothing of theirs. */
  readonly audit: null | ((input: AuditInput) => Promise<LedgerAudit>);
}

/** Seconds a pass is good for: three times what an unhurried registration takes. */
const PASS_SECONDS = 600;

const AS_IN_LIFE = { minutes: 1, hours: 1 } as const;

type Start = ServiceContext['start'];
type Room = Part<{ url: string }> | null;

function contextOf(options: ServiceOptions, secret: string, start: Start, { reachable }: Partitions): ServiceContext {
  const { service, runId, size, people, seed, ports, dataDir, databaseUrl = null, bug = null } = options;
  const app = { service, runId, nodes: size.nodes, port: ports?.app ?? 0, secret, people, seed };
  return {
    app,
    dataDir,
    databaseUrl,
    closesAfter: size.closesAfter ?? null,
    ruleSpeed: size.ruleSpeed ?? AS_IN_LIFE,
    bug,
    start,
    reachable,
  };
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

interface Started {
  readonly room: Room;
  readonly parts: ServiceParts;
  readonly partitions: Partitions;
}

/** Starts all parts at once and waits for all, also when one fails, so that `started` holds everything that has to be ended. */
async function startParts(options: ServiceOptions, started: Part<unknown>[]): Promise<Started> {
  const service = await serviceOf(options.service);
  await checkBug(options);
  const { onLog = () => {} } = options;
  const start = async <Config, Ready>(part: Omit<PartOptions<Config>, 'onLog'>): Promise<Part<Ready>> => {
    const running = await startPart<Config, Ready>({ ...part, onLog });
    started.push(running);
    return running;
  };
  const secret = randomBytes(32).toString('hex');
  const partitions = partitionsOf(options, start);
  const context = contextOf(options, secret, start, partitions);
  const starting = [startRoom(service, options, secret, start), service.start(context)] as const;
  await Promise.allSettled(starting);
  const [room, parts] = await Promise.all(starting);
  return { room, parts, partitions };
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

/** How faults begin and end: between parts by a proxy, everything else in the app. */
function breakersOf({ app }: ServiceParts, partitions: Partitions): Pick<RunningService, 'disturb' | 'restore'> {
  return {
    disturb: (fault, seconds) =>
      fault.kind === 'partition' ? partitions.order(fault, false) : app.order({ fault, seconds } satisfies FaultOrder),
    restore: (fault) =>
      fault.kind === 'partition' ? partitions.order(fault, true) : app.order({ fault, seconds: 0, ends: true } satisfies FaultOrder),
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
  const { room, parts, partitions } = await startParts(options, started).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const exited = new Promise<{ part: string; code: number | null }>((resolve) => {
    for (const part of started) {
      void part.exited.then((code) => isStopping() || quiet.has(part) || resolve({ part: part.name, code }));
    }
  });
  const breakers = breakersOf(parts, partitions);
  const killNode = (i: number): void => {
    if (!Number.isInteger(i) || i < 0 || i >= options.size.nodes)
      throw new RangeError('killNode: there is no such node; nodes are counted from 0');
    void breakers.disturb({ kind: 'kill-node', node: i + 1 }, 0).catch(() => {});
  };
  return {
    bases: { app: parts.app.ready.url },
    waitingRoom: room === null ? null : { base: room.ready.url, dialect: 'surgeproof' },
    identity: options.runId,
    processes: () => [...started.map(({ name, pid }) => ({ name, pid })), ...parts.processes],
    killNode,
    ...breakers,
    exited,
    stop,
    accounts: parts.accounts ?? null,
    audit: auditOf(parts, quiet),
  };
}
