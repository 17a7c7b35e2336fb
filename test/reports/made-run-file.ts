import type { LatencySummary, RunFile, StepSummary } from '../../models/results/run.ts';
import type { ReportSeries } from '../../models/results/series.ts';
import { JOURNEYS } from './made-latency.ts';
import type { Made } from './made-run.ts';

export const ID = '20261122T010000Z-onnuri-launch';
const NOTHING: LatencySummary = { count: 0, mean: null, p50: null, p90: null, p95: null, p99: null, p999: null, max: null };

const summary = (count: number, median: number): LatencySummary => ({
  count,
  mean: median * 1.1,
  p50: median,
  p90: median * 1.78,
  p95: median * 2.1,
  p99: median * 2.85,
  p999: count > 10_000 ? median * 4 : null,
  max: median * 6,
});

function steps(made: Made): StepSummary[] {
  if (made.empty) return [];
  return JOURNEYS.map((one) => {
    const [name, slow] = [
      one.step === 'register-card' ? made.stepName : one.step,
      made.collapses && one.step === 'register-card' ? 8 : 1.4,
    ];
    const failed = made.allErrors ? made.people : made.collapses && slow === 8 ? 3120 : 4;
    const outcomes = {
      ok: made.people - failed,
      rejected: 0,
      failed: Math.round(failed / 4),
      timeout: failed - Math.round(failed / 4),
      unreachable: 0,
    };
    const measured = made.allErrors ? NOTHING : summary(made.people, one.median * slow);
    return { step: name, journey: one.journey, attempts: made.people, outcomes, service: measured, response: measured };
  });
}

/** `run.json` of a made-up run. */
export function runFile(made: Made, series: ReportSeries): RunFile {
  const people = made.empty ? 0 : made.people;
  const left = series.surge.waiting.y.at(-1) ?? 0;
  const all = steps(made);
  const waiting = Math.max(0, Math.round(left));
  const errors = all.flatMap((step) =>
    step.outcomes.timeout
      ? [
          { step: step.step, cause: 'no answer within 10 s', owner: 'system', count: step.outcomes.timeout },
          { step: step.step, cause: made.cause, owner: 'system', count: step.outcomes.failed ?? 0 },
        ]
      : [],
  );
  return {
    schema: 'surgeproof/run',
    version: 1,
    ...{
      id: ID,
      scenario: 'onnuri-launch',
      profile: 'lab',
      seed: 1,
      target: 'embedded',
      simulated: true,
      startedAt: new Date(series.startedAt).toISOString(),
    },
    durationSeconds: made.seconds,
    interruption: null,
    arrivals: {
      scheduled: people,
      started: people,
      onTimeShare: made.empty ? null : 0.9989,
      startLag: made.empty ? NOTHING : summary(people, 1.9),
    },
    users: {
      arrived: people,
      finished: people - waiting,
      gaveUp: 0,
      failed: 0,
      waiting,
      atEnd: { arrived: people, finished: people - waiting, gaveUp: 0, failed: 0, inLine: waiting, active: 0 },
    },
    queue: {
      ...{
        joined: people,
        admitted: people - waiting,
        maxWaiting: series.surge.peak?.waiting ?? 0,
        maxWaitingAt: series.surge.peak?.at ?? null,
        lostPlaces: 0,
        abandoned: 0,
      },
      inversions: series.fairness.reduce((sum, lane) => sum + lane.overtaken, 0),
      kendallTau: series.fairness[0]?.kendallTau ?? null,
      wait: made.empty ? NOTHING : summary(people, made.seconds * 300),
      announcedWithin: series.announced.within,
    },
    steps: all,
    errors,
    generator: { cpuMean: 0.71, cpuMax: 1.22, memoryMaxMiB: 188, loopLagP99: 7.4, silentSeconds: 0 },
  };
}
