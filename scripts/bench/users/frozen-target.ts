import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Bench, type BenchContext, repeated } from '../harness/bench-context.ts';
import { benchK6, type RunningK6 } from '../harness/bench-k6.ts';
import { benchProfile } from '../harness/bench-profile.ts';
import type { BenchRow } from '../harness/bench-row.ts';
import type { BenchScript } from '../harness/bench-script.ts';
import { deviation, figuresOf, type LatencyFigures, sayFigures, trueFigures } from '../harness/latency-figures.ts';
import { saySpread, spreadOf } from '../harness/spread.ts';
import { type Stub, withStub } from '../harness/with-stub.ts';
import { responseOf, serviceOf } from '../log/log-samples.ts';

const LOAD = { rate: 200, seconds: 20, stopped: 3 } as const;
const TRUTH = trueFigures(LOAD);
const GOAL = 0.05;
/** After the first request, milliseconds. */
const STOP_AFTER = 8_000;
/** In line for the rest of the bench: one request a person. */
const NO_POLL_MS = 3_600_000;

const PROFILE = benchProfile({ people: LOAD.rate * LOAD.seconds, seconds: LOAD.seconds, hosts: 1, drainSeconds: 3 });

/** Connections opened before, so that Node has compiled what it needs to answer those that have piled up during the stop. */
const WARM_UP = { rounds: 20, connections: 100 } as const;

async function warmUp(url: string): Promise<void> {
  const visit = (): Promise<void> =>
    new Promise((resolve, reject) => {
      get(`${url}/open`, { agent: false }, (response) => response.resume().on('end', resolve)).on('error', reject);
    });
  for (let round = 0; round < WARM_UP.rounds; round++) await Promise.all(Array.from({ length: WARM_UP.connections }, visit));
}

async function freeze(stub: Stub, k6: RunningK6): Promise<void> {
  await stub.until(({ joined, polls }) => joined + polls > 0, k6.ended);
  await pause(STOP_AFTER);
  process.kill(stub.pid, 'SIGSTOP');
  await pause(LOAD.stopped * 1_000);
  process.kill(stub.pid, 'SIGCONT');
}

/** Runs k6 against a target that stands still for three seconds. */
function withFrozenTarget<T>(k6: string, script: BenchScript, parameters: readonly string[], read: (run: RunningK6) => T): Promise<T> {
  return withStub({ pollMs: NO_POLL_MS, answerAfter: null }, async (stub) => {
    await warmUp(stub.url);
    const run = await benchK6({ k6, script, parameters, url: stub.url, profile: PROFILE });
    try {
      await freeze(stub, run);
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

async function run(context: BenchContext): Promise<BenchRow[]> {
  const { k6 } = context;
  const runs = await repeated(context, async () => ({
    executor: await withFrozenTarget(k6, 'arrival-rate-executor', ['--summary-mode=compact'], executorFigures),
    ...(await withFrozenTarget(k6, 'engine', ['--summary-mode=disabled'], (one) => {
      const folded = one.folded();
      return { response: figuresOf(responseOf(folded, 'queue-join')), service: figuresOf(serviceOf(folded, 'queue-join')) };
    })),
  }));
  const off = spreadOf(runs.map(({ response }) => deviation(response, TRUTH)));
  const shown = runs.find(({ response }) => deviation(response, TRUTH) >= off.median)!;
  return [
    {
      what: `200 requests/s for 20 s, the target frozen for 3 s: largest deviation of the *response* time from the truth (${sayFigures(TRUTH)})`,
      goal: `≤ ${GOAL * 100} %`,
      measured: `${saySpread(off, (value) => (value * 100).toFixed(1))} %: ${sayFigures(shown.response)}; *service* time ${sayFigures(shown.service)}`,
      ratio: `k6's own constant-arrival-rate with 20 VUs: ${sayFigures(shown.executor)}, off by ${(deviation(shown.executor, TRUTH) * 100).toFixed(0)} %`,
      pass: off.median <= GOAL,
    },
  ];
}

export const frozenTarget: Bench = {
  name: 'frozen-target',
  title: 'coordinated omission: the target stands still for 3 s',
  minutes: 1,
  run,
};
