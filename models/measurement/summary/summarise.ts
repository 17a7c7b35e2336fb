import type { DoneFault } from '../../results/faults.ts';
import type { GeneratorHealth } from '../../results/generator-health.ts';
import type { RehearsedForecast } from '../../results/rehearsed-forecast.ts';
import type { GeneratorSummary, Interruption, LatencySummary, RunFile } from '../../results/run.ts';
import { createRecorder } from '../../workload/log/recorder.ts';
import type { RunConfiguration } from '../../workload/surge/run-configuration.ts';
import { faultEffects } from '../faults/fault-effects.ts';
import type { Admission, FoldedRun } from '../folded-run.ts';
import { countPacked, countPackedUntil, createCellSum, quantilePacked } from '../packed-cells.ts';
import { type AnnouncementLimits, announcedAccuracy } from './announced-wait.ts';
import { laneOrders } from './lane-fairness.ts';
import { laneWaits } from './lane-waits.ts';
import { latencySummary } from './latency-summary.ts';
import { journeySummaries, stepSummaries } from './step-summaries.ts';

/** What the measurement log does not know. */
export interface RunContext {
  readonly id: string;
  /** Surge and profile that were in force; without limits on the queue the target has no waiting room. */
  readonly configuration: Pick<RunConfiguration, 'surge' | 'profileName' | 'profile' | 'queue'>;
  readonly seed: number;
  readonly target: string;
  readonly simulated: boolean;
  /** ISO 8601 with zone; used when the log has no head line. */
  readonly startedAt: string;
  readonly interruption: Interruption | null;
  readonly generator: readonly GeneratorHealth[];
  readonly forecast: RehearsedForecast | null;
  /** What was broken on purpose; null or left out when nobody noted it. */
  readonly faults?: readonly DoneFault[] | null;
}

/** An arrival is on time when it started within this many milliseconds of its intended start. */
const ON_TIME = 25;
/** Causes listed in `run.json`; the counts per step and outcome hold all of them. */
const MOST_CAUSES = 200;

/** `run.json` of a folded log. Latency figures of steps cover all phases; budgets are judged elsewhere, on the phases that count. */
export function summariseRun(folded: FoldedRun, context: RunContext): RunFile {
  const { id, seed, target, simulated, interruption, generator } = context;
  const { surge, profileName, queue: limits } = context.configuration;
  const faults = faultEffects(folded, context.configuration, context.faults ?? null);
  return {
    schema: 'surgeproof/run',
    version: 2,
    id,
    surge: surge.name,
    profile: profileName,
    seed,
    target,
    simulated,
    ...(context.forecast === null ? {} : { forecast: context.forecast }),
    startedAt: folded.head === null ? context.startedAt : new Date(folded.head.startedAt).toISOString(),
    durationSeconds: folded.seconds,
    interruption,
    arrivals: arrivals(folded),
    users: users(folded),
    queue: limits === null ? null : queue(folded, limits),
    steps: stepSummaries(folded, surge),
    journeys: journeySummaries(folded, surge),
    statuses: folded.statuses.map(({ status, count }) => ({ status, count })),
    connections: folded.connections,
    redirects: folded.redirects,
    bytes: bytes(generator),
    errors: folded.errors.slice(0, MOST_CAUSES),
    generator: generatorSummary(folded, generator),
    ...(faults === null ? {} : { faults }),
  };
}

function arrivals(folded: FoldedRun): RunFile['arrivals'] {
  const lags = countPacked(folded.startLag);
  return {
    scheduled: sum(folded.scheduled),
    started: sum(folded.started),
    onTimeShare: lags === 0 ? null : countPackedUntil(folded.startLag, ON_TIME) / lags,
    startLag: latencySummary(folded.startLag),
  };
}

function users({ users: atEnd, thinking }: FoldedRun): RunFile['users'] {
  const { inLine, active, turnedAway = 0, lostPatience = 0, ...ended } = atEnd;
  return { ...ended, turnedAway, lostPatience, waiting: inLine + active, thinking: Math.min(thinking, active), atEnd };
}

/** `inversions` are people overtaken in their lane, over all lanes; `kendallTau` is that of the lane that kept its order worst. */
function queue(folded: FoldedRun, limits: AnnouncementLimits): RunFile['queue'] {
  const lanes = laneOrders(folded);
  const { within, unpromised, missed } = announcedAccuracy(folded, limits);
  const taus = lanes.flatMap(({ kendallTau }) => (kendallTau === null ? [] : [kendallTau]));
  const maxWaiting = folded.inLine.reduce((most, people) => Math.max(most, people), 0);
  return {
    joined: sum(folded.joined),
    admitted: folded.admissions.length,
    maxWaiting,
    maxWaitingAt: maxWaiting === 0 ? null : folded.inLine.indexOf(maxWaiting),
    lostPlaces: folded.lostPlaces,
    abandoned: folded.abandoned,
    inversions: lanes.reduce((people, lane) => people + lane.overtaken, 0),
    overtakenForEver: lanes.reduce((people, lane) => people + lane.never, 0),
    kendallTau: taus.length === 0 ? null : Math.min(...taus),
    wait: waits(folded.admissions),
    ...laneWaits(lanes),
    announcedWithin: within,
    unpromised,
    missed,
  };
}

function waits(admissions: readonly Admission[]): LatencySummary {
  const recorder = createRecorder();
  for (const { joined, admitted } of admissions) recorder.record(Math.max(0, admitted - joined));
  const cells = createCellSum();
  cells.add(recorder.take());
  return latencySummary(cells.take());
}

/** Counters since k6 started, so the last line that knows them has the whole run. */
function bytes(health: readonly GeneratorHealth[]): RunFile['bytes'] {
  const known = health.flatMap(({ received, sent }) => (received === null || sent === null ? [] : [{ received, sent }]));
  return known.at(-1) ?? null;
}

function generatorSummary(folded: FoldedRun, health: readonly GeneratorHealth[]): GeneratorSummary {
  const cpu = health.map((line) => line.cpu);
  const most = (values: readonly number[]): number | null => values.reduce<number | null>((a, b) => Math.max(a ?? b, b), null);
  return {
    cpuMean: cpu.length === 0 ? null : cpu.reduce((a, b) => a + b, 0) / cpu.length,
    cpuMax: most(cpu),
    memoryMaxMiB: most(health.map(({ memoryMiB }) => memoryMiB)),
    loopLagP99: quantilePacked(folded.loopLag, 0.99),
    silentSeconds: folded.silentSeconds,
  };
}

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
