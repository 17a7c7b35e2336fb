import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { QUEUE_LIMITS, STEP_BUDGET } from '../../../models/definition/resolve/built-in-defaults.ts';
import type { ManifestFile } from '../../../models/results/manifest.ts';
import { PROJECT_FOLDER } from '../../project/project-folder.ts';
import { VERSION } from '../../project/version.ts';
import { FILES } from '../../run-folder/file-names.ts';
import { judgeRecorded } from '../../run-folder/judge-recorded.ts';
import { linesOf } from '../../run-folder/lines-of.ts';
import { readRun } from '../../run-folder/read-run.ts';
import { type Bench, type BenchContext, repeated } from '../harness/bench-context.ts';
import { benchProfile } from '../harness/bench-profile.ts';
import type { BenchRow } from '../harness/bench-row.ts';
import { BENCH_SURGE, benchRun } from '../harness/bench-run.ts';
import { processFigures } from '../harness/process-figures.ts';
import { saySpread, spreadOf } from '../harness/spread.ts';
import { type MadeRun, madeLog } from './made-log.ts';

const GOAL_SECONDS = 10;
const JUDGING_GOAL_SECONDS = 2;
const MINUTES = 30;
const LOOK_EVERY_MS = 50;
const STARTED_AT = Date.UTC(2025, 2, 1);

/** The requests are those of 2,000 polls a second and as many of the other steps together. */
const RUN: MadeRun = {
  surge: BENCH_SURGE,
  profile: benchProfile({ people: 40_000, seconds: (MINUTES / 2) * 60, hosts: 8, drainSeconds: (MINUTES / 2) * 60 }),
  seconds: MINUTES * 60,
  people: 40_000,
  requests: 42,
  startedAt: STARTED_AT,
};

const MANIFEST: ManifestFile = {
  schema: 'surgeproof/manifest',
  version: 2,
  id: 'bench',
  surge: RUN.surge.name,
  file: 'bench',
  profile: 'full',
  seed: 7,
  target: { ...benchRun('http://127.0.0.1', RUN.profile, 'typescript').target, simulated: true, nodes: null, identity: 'made' },
  command: ['surgeproof', 'rehearse', 'bench'],
  walk: null,
  accounts: null,
  createdAt: new Date(STARTED_AT).toISOString(),
  versions: { surgeproof: VERSION },
  host: { platform: 'made', cores: 2, memoryMiB: 8_192, openFiles: null },
  revision: null,
  configuration: {
    surge: RUN.surge,
    profileName: 'full',
    profile: RUN.profile,
    budgets: { steps: Object.fromEntries(RUN.surge.steps.map(({ name }) => [name, STEP_BUDGET])), journeys: {} },
    queue: QUEUE_LIMITS,
  },
};

function* lines(texts: Iterable<string>): Generator<string> {
  for (const text of texts) yield `${text}\n`;
}

function* health(seconds: number): Generator<string> {
  for (let second = 0; second < seconds; second++) yield JSON.stringify({ second, cpu: 0.4, memoryMiB: 120, openFiles: 900 });
}

async function writeRun(folder: string): Promise<void> {
  await writeFile(join(folder, FILES.manifest), JSON.stringify(MANIFEST));
  await pipeline(Readable.from(lines(madeLog(RUN))), createWriteStream(join(folder, FILES.measurements)));
  await pipeline(Readable.from(lines(health(RUN.seconds))), createWriteStream(join(folder, FILES.generator)));
}

interface Reported {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMiB: number;
}

/** `surgeproof report` as a user starts it, in a process of its own. */
async function report(folder: string): Promise<Reported> {
  await rm(join(folder, FILES.html), { force: true });
  const begun = performance.now();
  const child = spawn(process.execPath, [join(PROJECT_FOLDER, 'bin', 'surgeproof.mjs'), 'report', folder], { stdio: 'ignore' });
  let figures = { cpuSeconds: 0, peakMiB: 0 };
  const look = setInterval(() => {
    processFigures(child.pid ?? 0).then(
      (seen) => {
        figures = seen;
      },
      () => {},
    );
  }, LOOK_EVERY_MS);
  await once(child, 'exit');
  clearInterval(look);
  const seconds = (performance.now() - begun) / 1_000;
  if (!existsSync(join(folder, FILES.html))) throw new Error('bench: `surgeproof report` must write a report, and wrote none');
  return { seconds, ...figures };
}

/** Seconds for the least one can do with the log: read and parse it as JSON. */
async function parseOnly(folder: string): Promise<number> {
  const begun = performance.now();
  for await (const line of linesOf(join(folder, FILES.measurements))) JSON.parse(line);
  return (performance.now() - begun) / 1_000;
}

/** Seconds to judge a run that has been read, and of CPU: sums, intervals, stretches, verdict. */
async function judging(folder: string): Promise<{ readonly judge: number; readonly judgeCpu: number }> {
  const recorded = await readRun(folder);
  const [begun, before] = [performance.now(), process.cpuUsage()];
  judgeRecorded(recorded);
  const { user, system } = process.cpuUsage(before);
  return { judge: (performance.now() - begun) / 1_000, judgeCpu: (user + system) / 1e6 };
}

async function run(context: BenchContext): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'surgeproof-bench-'));
  try {
    await writeRun(folder);
    const mib = (await stat(join(folder, FILES.measurements))).size / 2 ** 20;
    const runs = await repeated(context, async () => {
      const parse = await parseOnly(folder);
      return { parse, ...(await judging(folder)), ...(await report(folder)) };
    });
    const of = (name: keyof (typeof runs)[number]) => spreadOf(runs.map((one) => one[name]));
    const second = (value: number): string => value.toFixed(1);
    return [
      {
        what: `\`surgeproof report\` of a ${MINUTES}-minute run, 40,000 users, ${mib.toFixed(0)} MiB of log: fold, judge, draw, write`,
        goal: `≤ ${GOAL_SECONDS} s`,
        measured: `${saySpread(of('seconds'), second)} s (CPU ${saySpread(of('cpuSeconds'), second)} s, peak ${of('peakMiB').median.toFixed(0)} MiB)`,
        ratio: `${spreadOf(runs.map(({ seconds, parse }) => seconds / parse)).median.toFixed(1)} × reading the log with JSON.parse (${second(of('parse').median)} s)`,
        pass: of('seconds').median <= GOAL_SECONDS,
      },
      {
        what: 'the same run: judging it, once it is read',
        goal: `≤ ${JUDGING_GOAL_SECONDS} s`,
        measured: `${saySpread(of('judge'), (value) => value.toFixed(2))} s (CPU ${saySpread(of('judgeCpu'), (value) => value.toFixed(2))} s)`,
        ratio: '',
        pass: of('judge').median <= JUDGING_GOAL_SECONDS,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const longReport: Bench = { name: 'long-report', title: 'report of a 30-minute run', minutes: 0.4, run };
