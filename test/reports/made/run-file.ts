import type { LatencySummary, RunFile, StepSummary } from '../../../models/results/run.ts';
import type { ReportSeries } from '../../../models/results/series.ts';
import type { Made } from './run.ts';
import { collapsing, type MadeStep, madeSteps } from './steps.ts';

export const ID = '20261122T010000Z-spring-sale';

/** Percentiles of a lognormal around its median; null where samples are too few for them. */
export const summary = (count: number, median: number): LatencySummary => ({
  count,
  mean: count > 0 ? median * 1.1 : null,
  p50: count >= 2 ? median : null,
  p90: count >= 10 ? median * 1.78 : null,
  p95: count >= 20 ? median * 2.1 : null,
  p99: count >= 100 ? median * 2.85 : null,
  p999: count >= 1_000 ? median * 4 : null,
  max: count > 0 ? median * 6 : null,
});

function stepOf(made: Made, { step, median, share }: MadeStep): StepSummary {
  const attempts = Math.round(made.people * share);
  const slow = collapsing(made, step.name) ? 8 : 1.4;
  const none = made.allErrors || made.refused;
  const failed = made.allErrors
    ? attempts
    : made.refused
      ? 0
      : slow === 8
        ? Math.round(attempts * 0.075)
        : Math.min(4, Math.floor(attempts / 250));
  const outcomes = {
    ok: made.refused ? 0 : attempts - failed,
    rejected: made.refused ? attempts : 0,
    failed: Math.round(failed / 4),
    timeout: failed - Math.round(failed / 4),
    unreachable: 0,
  };
  const measured = summary(none ? 0 : attempts, median * slow);
  const variants = Object.entries(step.tags).flatMap(([tag, values]) =>
    values.map((value, index) => {
      const part = Math.round((attempts * (index + 1)) / (values.length + 1));
      return { tag, value, attempts: part, outcomes: { ok: part }, response: summary(none ? 0 : part, median * slow * (1 + 0.1 * index)) };
    }),
  );
  return {
    ...{ step: step.name, title: step.title, room: step.room, attempts, rate: attempts / made.seconds },
    ...{ outcomes, service: measured, response: measured, variants },
  };
}

function errorsOf(made: Made, steps: readonly StepSummary[]): RunFile['errors'] {
  return steps.flatMap(({ step, outcomes: { timeout = 0, failed = 0, rejected = 0 } }) => [
    ...(timeout > 0 ? [{ step, cause: 'no answer within 10 s', owner: 'system', count: timeout }] : []),
    ...(failed > 0 ? [{ step, cause: made.cause, owner: 'system', count: failed }] : []),
    ...(rejected > 0 ? [{ step, cause: 'HTTP 404', owner: 'unclear', count: rejected }] : []),
  ]);
}

function peopleOf(made: Made, series: ReportSeries): Pick<RunFile, 'arrivals' | 'users' | 'queue' | 'journeys'> {
  const people = made.empty ? 0 : made.people;
  const waiting = made.room ? Math.max(0, Math.round(series.surge.waiting.y.at(-1) ?? 0)) : 0;
  const finished = made.allErrors || made.refused ? 0 : people - waiting;
  const gaveUp = people - waiting - finished;
  const end = summary(finished, 1000 * Math.max(2, made.seconds * 0.3));
  return {
    arrivals: { scheduled: people, started: people, onTimeShare: made.empty ? null : 0.9989, startLag: summary(people, 1.9) },
    users: {
      arrived: people,
      finished,
      turnedAway: 0,
      gaveUp,
      lostPatience: 0,
      failed: 0,
      waiting,
      thinking: 0,
      atEnd: { arrived: people, finished, gaveUp, failed: 0, inLine: waiting, active: 0 },
    },
    queue: made.room
      ? {
          ...{ joined: people, admitted: people - waiting, lostPlaces: 0, abandoned: 0 },
          maxWaiting: series.surge.peak?.waiting ?? 0,
          maxWaitingAt: series.surge.peak?.at ?? null,
          inversions: series.fairness.reduce((sum, lane) => sum + lane.overtaken, 0),
          kendallTau: series.fairness[0]?.kendallTau ?? null,
          wait: summary(people, made.seconds * 300),
          ...{ overtakenForEver: 0, longestWait: made.seconds * 300, laneDifference: null, lanes: [], unpromised: 0, missed: 0 },
          announcedWithin: series.announced?.within ?? null,
        }
      : null,
    journeys: [
      {
        journey: 'register',
        title: 'Register a card',
        people: Math.round(people * 0.7),
        finished: Math.round(finished * 0.7),
        response: end,
      },
      { journey: 'pay', title: 'Pay by QR', people: Math.round(people * 0.3), finished: Math.round(finished * 0.3), response: end },
    ],
  };
}

/** `run.json` of a made-up run. */
export function runFile(made: Made, series: ReportSeries): RunFile {
  const steps = made.empty ? [] : madeSteps(made).map((one) => stepOf(made, one));
  const answered = made.allErrors ? 0 : steps.reduce((sum, { attempts }) => sum + attempts, 0);
  return {
    schema: 'surgeproof/run',
    version: 2,
    ...{ id: ID, surge: 'spring-sale', profile: 'lab', seed: 1, target: 'shop', simulated: true },
    startedAt: new Date(series.startedAt).toISOString(),
    durationSeconds: made.seconds,
    interruption: null,
    ...peopleOf(made, series),
    steps,
    statuses:
      answered === 0
        ? []
        : made.refused
          ? [{ status: 404, count: answered }]
          : [
              { status: 200, count: answered - 12 },
              { status: 503, count: 12 },
            ],
    connections: { opened: 8, tlsHandshakes: 8 },
    redirects: 0,
    bytes: { received: 182_400_000, sent: 61_000_000 },
    errors: errorsOf(made, steps),
    generator: { cpuMean: 0.71, cpuMax: 1.22, memoryMaxMiB: 188, loopLagP99: 7.4, silentSeconds: 0 },
  };
}
