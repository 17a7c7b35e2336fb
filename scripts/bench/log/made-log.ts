import {
  type Cells,
  type HeadLine,
  MEASUREMENT_LOG_VERSION,
  type MeasurementLine,
  type SecondLine,
  type UserCounts,
} from '../../../models/workload/log/measurement-log.ts';
import { OUTCOMES } from '../../../models/workload/log/outcome.ts';
import { createRecorder } from '../../../models/workload/log/recorder.ts';
import { runDigest, sealed } from '../../../models/workload/log/seal.ts';
import type { Surge, SurgeProfile } from '../../../models/workload/surge/surge.ts';
import { exponential, type Random, randomFrom } from '../../../models/workload/users/random.ts';
import { drawLognormal } from '../../../reference-service/shared/simulation/lognormal.ts';
import { lineDigest } from '../../run-folder/line-digest.ts';

/** A run that was never made. */
export interface MadeRun {
  readonly surge: Surge;
  readonly profile: SurgeProfile;
  readonly seconds: number;
  /** People who arrive, and as many are let in, evenly over the run; half the run passes between. */
  readonly people: number;
  /** Requests of each step on each VU, a second. */
  readonly requests: number;
  readonly startedAt: number;
}

const SEED = 7;
/** Latency of a step, milliseconds. */
const LATENCY = { p50: 40, p99: 900 } as const;
/** Share of requests that fail. */
const FAILED = 0.0005;
const CAUSE = 'HTTP 503: maintenance';

function cellsOf(count: number, random: Random): Cells {
  const recorder = createRecorder();
  for (let i = 0; i < count; i++) recorder.record(drawLognormal(LATENCY, random));
  return recorder.take();
}

/** Every step, both clocks, on the way to a second line. */
function samplesOf({ surge, requests }: MadeRun, phase: number, random: Random): SecondLine['samples'] {
  return surge.steps.flatMap((_, step) => ([0, 1] as const).map((clock) => [step, 0, phase, clock, cellsOf(requests, random)] as const));
}

function usersAt({ people, seconds, profile }: MadeRun, second: number): UserCounts {
  const half = seconds / 2;
  const arrived = Math.floor((people / profile.hosts) * Math.min(1, (second + 1) / half));
  const admitted = Math.floor((people / profile.hosts) * Math.max(0, (second + 1 - half) / half));
  return { arrived, finished: admitted, gaveUp: 0, failed: 0, inLine: arrived - admitted, active: 0 };
}

/** People let in during a second by one VU; tickets are dealt to the VUs in turn. Everybody waits for half of the run. */
function admissionsOf(run: MadeRun, vu: number, second: number, random: Random): NonNullable<SecondLine['admissions']> {
  const [before, after] = [usersAt(run, second - 1).finished, usersAt(run, second).finished];
  const wait = (run.seconds / 2) * 1_000;
  return Array.from({ length: after - before }, (_, i) => {
    const admitted = Math.round(second * 1_000 + ((i + random()) / (after - before)) * 1_000);
    const ticket = (before + i) * run.profile.hosts + vu;
    return [0, ticket, Math.round(admitted - wait), admitted, Math.round(wait * (0.9 + 0.2 * random())), 1_500, 500] as const;
  });
}

function secondLine(run: MadeRun, vu: number, second: number, phase: number): SecondLine {
  const random = randomFrom(SEED, vu, second);
  const users = usersAt(run, second);
  const arrivals = users.arrived - usersAt(run, second - 1).arrived;
  const lag = createRecorder();
  for (let slot = 0; slot < 50; slot++) lag.record(exponential(random) * 2);
  const failed = run.surge.steps.flatMap((_, step) => (random() < run.requests * FAILED ? [step] : []));
  return {
    ...{
      surgeproof: 'second',
      vu,
      second,
      scheduled: arrivals,
      started: arrivals,
      startLag: cellsOf(arrivals, random),
      loopLag: lag.take(),
      users,
    },
    samples: [
      ...samplesOf(run, phase, random),
      ...failed.map((step) => [step, OUTCOMES.indexOf('failed'), phase, 1, cellsOf(1, random)] as const),
    ],
    admissions: admissionsOf(run, vu, second, random),
    errors: failed.map((step) => [step, CAUSE, 'system', 1] as const),
  };
}

function headLine({ surge, profile, startedAt }: MadeRun, vu: number): HeadLine {
  return {
    surgeproof: 'head',
    version: MEASUREMENT_LOG_VERSION,
    vu,
    surge: surge.name,
    profile: 'full',
    seed: SEED,
    startedAt,
    steps: surge.steps.map(({ name }) => name),
    journeys: surge.journeys.map(({ name }) => name),
    variants: [],
    outcomes: OUTCOMES,
    phases: profile.phases,
    lanes: surge.lanes.map(({ name }) => name),
  };
}

/** The lines of a run that was never made, without their seals. */
function* madeLines(run: MadeRun): Generator<MeasurementLine> {
  const { profile, seconds } = run;
  const vus = Array.from({ length: profile.hosts }, (_, i) => i + 1);
  for (const vu of vus) yield headLine(run, vu);
  for (let second = 0; second < seconds; second++) {
    const phase = profile.phases.filter(({ from }) => from <= second).length - 1;
    for (const vu of vus) yield secondLine(run, vu, second, phase);
  }
  const users = usersAt(run, seconds - 1);
  for (const vu of vus) yield { surgeproof: 'end', vu, second: seconds - 1, users, reason: 'complete' };
}

/** The measurement log of a run that was never made, line by line: as large as a real one of this length and crowd. */
export function* madeLog(run: MadeRun): Generator<string> {
  const digest = runDigest(headLine(run, 0), lineDigest);
  const written = new Map<number, number>();
  for (const line of madeLines(run)) {
    const seq = written.get(line.vu) ?? 0;
    written.set(line.vu, seq + 1);
    yield sealed(JSON.stringify(line), digest, seq, lineDigest);
  }
}
