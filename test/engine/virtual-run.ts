import { vi } from 'vitest';
import type { Journeys } from '../../engine/journeys/journey-life.ts';
import { openHost } from '../../engine/open-host.ts';
import type { RequestListener } from '../../engine/recording/book.ts';
import { runHost } from '../../engine/run-host.ts';
import type { Settings } from '../../engine/settings/env.ts';
import type { Host } from '../../engine/users/host.ts';
import { parseMeasurementLine } from '../../models/measurement/lines/parse-line.ts';
import { personOf } from '../../models/people/person.ts';
import { decodeCells } from '../../models/workload/log/histogram.ts';
import type { EndLine, HeadLine, SecondLine } from '../../models/workload/log/measurement-log.ts';
import type { Surge, SurgeProfile } from '../../models/workload/surge/surge.ts';
import execution from '../fakes/k6/execution.ts';

/** Unix time at which virtual runs begin. */
export const STARTED_AT = 1_800_000_000_000;

export const settings: Settings = {
  ...{ profile: 'smoke', profileJson: null, seed: 7, app: 'http://app.test', waitingRoom: 'http://room.test' },
  ...{ people: null, startedAt: STARTED_AT, managed: true, log: true, stop: null },
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
  admissionTokens: 1,
  nodes: 1,
};

const surge: Surge = {
  ...{ name: 'test', title: 'Test', story: 'For tests.', facts: {} },
  lanes: [
    { name: 'register', cost: 5 },
    { name: 'payment', cost: 1 },
  ],
  mix: [
    { journey: 'register-card', share: 0.5, lane: 'register' },
    { journey: 'qr-payment', share: 0.5, lane: 'payment' },
  ],
  profiles: { smoke: profile, lab: profile, full: profile },
};

export const idle: Journeys = { 'register-card': async () => {}, 'qr-payment': async () => {} };

/** What a VU printed. */
export interface Log {
  readonly head: HeadLine;
  readonly seconds: readonly SecondLine[];
  readonly end: EndLine | undefined;
}

interface Options {
  readonly profile?: Partial<SurgeProfile>;
  readonly settings?: Partial<Settings>;
  readonly journeys?: Journeys;
  readonly vu?: number;
  readonly listener?: RequestListener;
  /** Seconds of virtual time; by default until the run is over by itself. */
  readonly seconds?: number;
  readonly meanwhile?: (host: Host) => void;
}

/** Runs one VU in virtual time (call `vi.useFakeTimers()` first) and reads back what it printed, as strictly as surgeproof does. */
export async function virtualRun(options: Options = {}): Promise<Log> {
  const printed: string[] = [];
  const spy = vi.spyOn(console, 'log').mockImplementation((line) => void printed.push(line));
  vi.setSystemTime(STARTED_AT - 500);
  execution.vu.idInTest = options.vu ?? 1;
  const own = { ...profile, ...options.profile };
  const host = openHost({
    ...{ surge, people: (index) => personOf(index + 1), listener: options.listener ?? null },
    settings: { ...settings, ...options.settings, profileJson: own },
  });
  const run = runHost(host, options.journeys ?? idle);
  options.meanwhile?.(host);
  await vi.advanceTimersByTimeAsync(1000 * (options.seconds ?? own.arrivalSeconds + own.drainSeconds + 2));
  if (options.seconds === undefined) await run;
  else host.over = true;
  spy.mockRestore();
  return readLog(printed);
}

function readLog(printed: readonly string[]): Log {
  const lines = printed.map((text) => {
    const line = parseMeasurementLine(text);
    if ('problem' in line) throw new Error(line.problem);
    return line;
  });
  const [head] = lines.filter((line) => line.surgeproof === 'head');
  return {
    head: head!,
    seconds: lines.filter((line) => line.surgeproof === 'second'),
    end: lines.find((line) => line.surgeproof === 'end'),
  };
}

/** How often a step ended in an outcome, over the whole log. */
export function countOf({ head, seconds }: Log, step: string, outcome = 'ok'): number {
  return latencies({ head, seconds, end: undefined }, step, outcome, 0).length;
}

/** Buckets of all latencies of a step, ascending; clock 0 is *service*, 1 *response*. */
export function latencies({ head, seconds }: Log, step: string, outcome: string, clock: 0 | 1): number[] {
  return seconds
    .flatMap(({ samples }) => samples)
    .filter(([s, o, , c]) => head.steps[s] === step && head.outcomes[o] === outcome && c === clock)
    .flatMap(([, , , , cells]) => decodeCells(cells).flatMap(([bucket, count]) => new Array<number>(count).fill(bucket)))
    .sort((a, b) => a - b);
}
