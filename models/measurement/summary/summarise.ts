import type { GeneratorHealth } from '../../results/generator-health.ts';
import type { RehearsedForecast } from '../../results/rehearsed-forecast.ts';
import type { GeneratorSummary, Interruption, RunFile, StepSummary } from '../../results/run.ts';
import { createRecorder } from '../../workload/log/recorder.ts';
import { STEPS } from '../../workload/surge/step.ts';
import type { Admission, FoldedRun, SampleSeries } from '../folded-run.ts';
import { isTimed, total } from '../judged-samples.ts';
import { countPacked, countPackedUntil, createCellSum, quantilePacked } from '../packed-cells.ts';
import { type AnnouncementGates, announcedAccuracy } from './announced-wait.ts';
import { laneOrders } from './lane-fairness.ts';
import { latencySummary } from './latency-summary.ts';

/** What the measurement log does not know. */
export interface RunContext {
  readonly id: string;
  readonly scenario: string;
  readonly profile: string;
  readonly seed: number;
  readonly target: string;
  readonly simulated: boolean;
  /** ISO 8601 with zone; used when the log has no head line. */
  readonly startedAt: string;
  readonly interruption: Interruption | null;
  readonly generator: readonly GeneratorHealth[];
  readonly queue: AnnouncementGates;
  readonly forecast: RehearsedForecast | null;
}

/** An arrival is on time when it started within this many milliseconds of its intended start. */
const ON_TIME = 25;
/** Causes listed in `run.json`; the counts per step and outcome hold all of them. */
const MOST_CAUSES = 200;

/** `run.json` of a folded log. Latency figures of steps cover all phases; budgets are judged elsewhere, on the phases that count. */
export function summariseRun(folded: FoldedRun, context: RunContext): RunFile {
  const { id, profile, scenario, seed, target, simulated, interruption } = context;
  return {
    schema: 'surgeproof/run',
    version: 1,
    id,
    scenario,
    profile,
    seed,
    target,
    simulated,
    ...(context.forecast === null ? {} : { forecast: context.forecast }),
    startedAt: folded.head === null ? context.startedAt : new Date(folded.head.startedAt).toISOString(),
    durationSeconds: folded.seconds,
    interruption,
    arrivals: arrivals(folded),
    users: users(folded),
    queue: queue(folded, context.queue),
    steps: steps(folded),
    errors: folded.errors.slice(0, MOST_CAUSES),
    generator: generatorSummary(folded, context.generator),
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

function users({ users: atEnd }: FoldedRun): RunFile['users'] {
  const { arrived, finished, gaveUp, failed } = atEnd;
  return { arrived, finished, gaveUp, failed, waiting: atEnd.inLine + atEnd.active, atEnd };
}

/** `inversions` are people overtaken in their lane, over all lanes; `kendallTau` is that of the lane that kept its order worst. */
function queue(folded: FoldedRun, gates: AnnouncementGates): RunFile['queue'] {
  const lanes = laneOrders(folded.admissions);
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
    kendallTau: taus.length === 0 ? null : Math.min(...taus),
    wait: waits(folded.admissions),
    announcedWithin: announcedAccuracy(folded.admissions, gates).within,
  };
}

function waits(admissions: readonly Admission[]): RunFile['queue']['wait'] {
  const recorder = createRecorder();
  for (const { joined, admitted } of admissions) recorder.record(admitted - joined);
  const cells = createCellSum();
  cells.add(recorder.take());
  return latencySummary(cells.take());
}

function steps(folded: FoldedRun): StepSummary[] {
  const used = [...new Set(folded.samples.map(({ step }) => step))];
  return used.map((step) => {
    const ofStep = folded.samples.filter((series) => series.step === step);
    const response = ofStep.filter(({ clock }) => clock === 1);
    const timed = (series: readonly SampleSeries[]): SampleSeries[] => series.filter(({ outcome }) => isTimed(outcome));
    const outcomes: Record<string, number> = {};
    for (const { outcome, count } of response) outcomes[outcome] = (outcomes[outcome] ?? 0) + count;
    return {
      step,
      journey: STEPS.find(({ name }) => name === step)?.journey ?? 'other',
      attempts: response.reduce((attempts, { count }) => attempts + count, 0),
      outcomes,
      service: latencySummary(total(timed(ofStep.filter(({ clock }) => clock === 0)))),
      response: latencySummary(total(timed(response))),
    };
  });
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
