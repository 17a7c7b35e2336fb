import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { LineKind } from '../../../models/workload/surge/run-configuration.ts';
import { type Bench, type BenchContext, repeated } from '../harness/bench-context.ts';
import { benchK6, type RunningK6 } from '../harness/bench-k6.ts';
import { benchProfile } from '../harness/bench-profile.ts';
import type { BenchRow } from '../harness/bench-row.ts';
import type { BenchScript } from '../harness/bench-script.ts';
import { deviation, figuresOf, type LatencyFigures, sayFigures, trueFigures } from '../harness/latency-figures.ts';
import { saySpread, spreadOf } from '../harness/spread.ts';
import { type Stub, withStub } from '../harness/with-stub.ts';
import { responseOf, serviceOf } from '../log/log-samples.ts';
import { SAY_LINE } from './lines.ts';

const LOAD = { rate: 200, seconds: 20, stopped: 3 } as const;
const TRUTH = trueFigures(LOAD);
/** After the first request of the step, milliseconds. */
const STOP_AFTER = 8_000;

/** One request a person of the step that is looked at: by joining, or by a poll when all have joined; then the bench is over. */
interface Look {
  readonly step: 'queue-join' | 'queue-poll';
  readonly line: LineKind;
  readonly pollMs: number;
  readonly drainSeconds: number;
  readonly goal: number;
  readonly what: string;
}

const JOINS: Look = { step: 'queue-join', line: 'typescript', pollMs: 3_600_000, drainSeconds: 3, goal: 0.05, what: 'requests' };
const POLLS = { step: 'queue-poll', pollMs: 21_000, drainSeconds: 21.5 } as const;
const LOOKS: readonly Look[] = [
  JOINS,
  { ...POLLS, line: 'typescript', goal: 0.05, what: `polls by ${SAY_LINE.typescript}` },
  { ...POLLS, line: 'native', goal: 0.03, what: `polls by ${SAY_LINE.native}` },
];

const profileOf = (drainSeconds: number) =>
  benchProfile({ people: LOAD.rate * LOAD.seconds, seconds: LOAD.seconds, hosts: 1, drainSeconds });

/** Connections opened before, so that Node has compiled what it needs to answer those that have piled up during the stop. */
const WARM_UP = { rounds: 20, connections: 100 } as const;

async function warmUp(url: string): Promise<void> {
  const visit = (): Promise<void> =>
    new Promise((resolve, reject) => {
      get(`${url}/open`, { agent: false }, (response) => response.resume().on('end', resolve)).on('error', reject);
    });
  for (let round = 0; round < WARM_UP.rounds; round++) await Promise.all(Array.from({ length: WARM_UP.connections }, visit));
}

async function freeze(stub: Stub, k6: RunningK6, step: Look['step']): Promise<void> {
  await stub.until(({ joined, polls }) => polls > 0 || (step === 'queue-join' && joined > 0), k6.ended);
  await pause(STOP_AFTER);
  process.kill(stub.pid, 'SIGSTOP');
  await pause(LOAD.stopped * 1_000);
  process.kill(stub.pid, 'SIGCONT');
}

/** Runs k6 against a target that stands still for three seconds. */
function withFrozenTarget<T>(k6: string, script: BenchScript, look: Look, read: (run: RunningK6) => T): Promise<T> {
  const { step, line, pollMs, drainSeconds } = look;
  const parameters = [`--summary-mode=${script === 'engine' ? 'disabled' : 'compact'}`];
  return withStub({ pollMs, answerAfter: null }, async (stub) => {
    await warmUp(stub.url);
    const run = await benchK6({ k6, script, line, parameters, url: stub.url, profile: profileOf(drainSeconds) });
    try {
      await freeze(stub, run, step);
      await run.finished();
      return read(run);
    } finally {
      await run.kill();
    }
  });
}

/** What the summary of the arrival-rate executor says; it prints one line of JSON. */
function executorFigures({ talk }: RunningK6): LatencyFigures {
  const line = talk.find((one) => one.startsWith('{"count":'));
  if (line === undefined) throw new Error(`bench: k6 must print a summary, got ${talk.slice(-3).join(' ')}`);
  return JSON.parse(line) as LatencyFigures;
}

interface Figures {
  readonly response: LatencyFigures;
  readonly service: LatencyFigures;
}

const engineFigures = (k6: string, look: Look): Promise<Figures> =>
  withFrozenTarget(k6, 'engine', look, (one) => {
    const folded = one.folded();
    return { response: figuresOf(responseOf(folded, look.step)), service: figuresOf(serviceOf(folded, look.step)) };
  });

function rowOf({ goal, what }: Look, runs: readonly Figures[], executor: LatencyFigures): BenchRow {
  const off = spreadOf(runs.map(({ response }) => deviation(response, TRUTH)));
  const shown = runs.find(({ response }) => deviation(response, TRUTH) >= off.median)!;
  return {
    what: `200 ${what} a second for 20 s, the target frozen for 3 s: largest deviation of the *response* time from the truth (${sayFigures(TRUTH)})`,
    goal: `≤ ${goal * 100} %`,
    measured: `${saySpread(off, (value) => (value * 100).toFixed(1))} %: ${sayFigures(shown.response)}; *service* time ${sayFigures(shown.service)}`,
    ratio: `k6's own constant-arrival-rate with 20 VUs: ${sayFigures(executor)}, off by ${(deviation(executor, TRUTH) * 100).toFixed(0)} %`,
    pass: off.median <= goal,
  };
}

async function run(context: BenchContext): Promise<BenchRow[]> {
  const { k6 } = context;
  const runs = await repeated(context, async () => {
    const executor = await withFrozenTarget(k6, 'arrival-rate-executor', JOINS, executorFigures);
    const looks: Figures[] = [];
    for (const look of LOOKS) looks.push(await engineFigures(k6, look));
    return { executor, looks };
  });
  return LOOKS.map((look, i) =>
    rowOf(
      look,
      runs.map(({ looks }) => looks[i]!),
      runs[0]!.executor,
    ),
  );
}

export const frozenTarget: Bench = {
  name: 'frozen-target',
  title: 'coordinated omission: the target stands still for 3 s',
  minutes: 3,
  run,
};
