import { vi } from 'vitest';
import { type Journeys, openLives } from '../../engine/journeys/lives.ts';
import { nativeOpener } from '../../engine/native-opener.ts';
import { openHost } from '../../engine/open-host.ts';
import type { RequestListener } from '../../engine/recording/book.ts';
import { runHost } from '../../engine/run-host.ts';
import { targetHeaders } from '../../engine/settings/secrets.ts';
import type { AccountOf } from '../../engine/users/accounts.ts';
import type { Host } from '../../engine/users/context.ts';
import { dialectOf } from '../../engine/waiting-room/dialects/dialect-of.ts';
import { walkHost, walkRun } from '../../engine/walk/walk.ts';
import type { JourneyDefinition } from '../../models/definition/user.ts';
import type { WaitingRoomDialect } from '../../models/definition/waiting-room-dialect.ts';
import { decodeCells } from '../../models/workload/log/histogram.ts';
import type { EndLine, HeadLine, SecondLine, WalkEndLine, WalkLine } from '../../models/workload/log/measurement-log.ts';
import type { EngineRun, Target } from '../../models/workload/surge/run-configuration.ts';
import type { Step, Surge, SurgeProfile } from '../../models/workload/surge/surge.ts';
import { WAITING_ROOM_STEPS } from '../../models/workload/surge/waiting-room-steps.ts';
import execution from '../fakes/k6/execution.ts';
import { type FakeNative, fakeNative } from '../fakes/k6/native/native.ts';

/** Unix time at which virtual runs begin. */
export const STARTED_AT = 1_800_000_000_000;

export const target: Target = {
  name: 'test',
  bases: { app: 'http://app.test', images: 'http://images.test' },
  waitingRoom: { base: 'http://room.test', dialect: 'surgeproof' },
  headers: {},
  connections: 'shared',
  acceptEncoding: null,
  insecure: false,
  clientCertificate: null,
};

/** Ten people in ten seconds, evenly; nobody loses patience, nobody thinks, failures are tried again once after 1 s. */
const profile: SurgeProfile = {
  description: 'for tests',
  arrivalSeconds: 10,
  drainSeconds: 20,
  arrivals: { shape: 'constant', rate: 1 },
  evenSpacing: true,
  phases: [{ name: 'steady', from: 0, judged: true }],
  hosts: 1,
  clientTimeout: 10_000,
  retry: { probability: 1, maxRetries: 1, quickRetries: 1, quickLow: 1_000, quickHigh: 1_000, slowMedian: 1_000, slowP95: 2_000 },
  impatienceMedian: 1e12,
  thinkScale: 0,
  service: null,
};

const step = (name: string, tags: Step['tags'] = {}): Step => ({ name, title: name, room: false, rare: false, tags });

const surge: Surge = {
  name: 'test',
  title: 'Test',
  story: 'For tests.',
  lanes: [
    { name: 'slow', cost: 5 },
    { name: 'fast', cost: 1 },
  ],
  journeys: [
    { name: 'look', title: 'Look', share: 0.5, lane: 'slow' },
    { name: 'buy', title: 'Buy', share: 0.5, lane: 'fast' },
  ],
  steps: [...WAITING_ROOM_STEPS, step('items', { kind: ['new', 'old'] }), step('login'), step('pay'), step('page')],
  demand: null,
  facts: {},
  assumed: [],
};

export type Run = JourneyDefinition<string, { readonly user: string }>['run'];

/** The same for everybody. */
export const everybody = (run: Run): Journeys => ({
  look: { run: run as Journeys[string]['run'] },
  buy: { run: run as Journeys[string]['run'] },
});

export const idle = everybody(async () => {});

/** What a VU printed. */
export interface Log {
  readonly head: HeadLine;
  readonly seconds: readonly SecondLine[];
  readonly end: EndLine | undefined;
  readonly walk: readonly (WalkLine | WalkEndLine)[];
}

interface Options {
  readonly profile?: Partial<SurgeProfile>;
  readonly target?: Partial<Target>;
  readonly run?: Partial<EngineRun>;
  readonly journeys?: Journeys;
  readonly dialect?: WaitingRoomDialect;
  readonly accountOf?: AccountOf;
  readonly vu?: number;
  readonly listener?: RequestListener;
  /** For a run whose line is native. */
  readonly native?: FakeNative;
  readonly env?: Readonly<Record<string, string>>;
  /** Seconds of virtual time; by default until the run is over by itself. */
  readonly seconds?: number;
  readonly meanwhile?: (host: Host) => void;
}

/** A run of the test surge. Without a waiting room the three steps of one stay in the list, so that indices do not move. */
export function engineRun(options: Pick<Options, 'profile' | 'target' | 'run'> = {}): EngineRun {
  return {
    configuration: {
      surge,
      profileName: 'smoke',
      profile: { ...profile, ...options.profile },
      budgets: { steps: {}, journeys: {} },
      queue: null,
    },
    target: { ...target, ...options.target },
    seed: 7,
    accounts: null,
    startedAt: STARTED_AT,
    managed: true,
    log: true,
    stop: null,
    walk: false,
    line: 'typescript',
    ...options.run,
  };
}

/** Runs one VU in virtual time (call `vi.useFakeTimers()` first) and reads back what it printed. */
export async function virtualRun(options: Options = {}): Promise<Log> {
  const printed: string[] = [];
  const spy = vi.spyOn(console, 'log').mockImplementation((line) => void printed.push(line));
  vi.setSystemTime(STARTED_AT - 500);
  execution.vu.idInTest = options.vu ?? 1;
  const asked = engineRun(options);
  const run = asked.walk ? walkRun(asked) : asked;
  const { arrivalSeconds, drainSeconds } = run.configuration.profile;
  const accountOf = options.accountOf ?? ((number: number) => ({ user: `u${number + 1}` }));
  const dialect = dialectOf(run.target, options.dialect);
  const native = nativeOpener(run, dialect, options.native ?? fakeNative())?.() ?? null;
  const headers = targetHeaders(run.target, options.env ?? {});
  const host = openHost({ run, headers, accountOf, listener: options.listener ?? null, native });
  const journeys = options.journeys ?? idle;
  const ended = run.walk ? walkHost(host, journeys, dialect) : runHost(host, openLives({ host, journeys, dialect, native }));
  options.meanwhile?.(host);
  await vi.advanceTimersByTimeAsync(1000 * (options.seconds ?? arrivalSeconds + drainSeconds + 2));
  if (options.seconds === undefined) await ended;
  else host.over = true;
  spy.mockRestore();
  return readLog(printed);
}

function readLog(printed: readonly string[]): Log {
  const lines = printed.map((text) => JSON.parse(text) as HeadLine | SecondLine | EndLine | WalkLine | WalkEndLine);
  const [head] = lines.filter((line) => line.surgeproof === 'head');
  return {
    head: head!,
    seconds: lines.filter((line) => line.surgeproof === 'second'),
    end: lines.find((line) => line.surgeproof === 'end'),
    walk: lines.filter((line) => line.surgeproof === 'walk' || line.surgeproof === 'walk-end'),
  };
}

/** How often a step ended in an outcome, over the whole log. */
export function countOf(log: Pick<Log, 'head' | 'seconds'>, name: string, outcome = 'ok'): number {
  return latencies(log, name, outcome, 0).length;
}

/** Index of a sample by name: a step, a journey, or `step tag value`. */
function indexOf({ steps, journeys, variants }: HeadLine, name: string): number {
  return [...steps, ...journeys, ...variants.map((variant) => variant.join(' '))].indexOf(name);
}

/** Buckets of all latencies of a step or journey, ascending; clock 0 is *service*, 1 *response*. */
export function latencies({ head, seconds }: Pick<Log, 'head' | 'seconds'>, name: string, outcome: string, clock: 0 | 1): number[] {
  const index = indexOf(head, name);
  return seconds
    .flatMap(({ samples }) => samples)
    .filter(([s, o, , c]) => s === index && head.outcomes[o] === outcome && c === clock)
    .flatMap(([, , , , cells]) => decodeCells(cells).flatMap(([bucket, count]) => new Array<number>(count).fill(bucket)))
    .sort((a, b) => a - b);
}

/** Causes, owners and counts of all errors, added up. */
export function errorsOf({ head, seconds }: Pick<Log, 'head' | 'seconds'>): [step: string, cause: string, owner: string, count: number][] {
  const sums = new Map<string, [string, string, string, number]>();
  for (const [index, cause, owner, count] of seconds.flatMap(({ errors = [] }) => errors)) {
    const key = `${index} ${cause} ${owner}`;
    const entry = sums.get(key) ?? [head.steps[index]!, cause, owner, 0];
    entry[3] += count;
    sums.set(key, entry);
  }
  return [...sums.values()];
}
