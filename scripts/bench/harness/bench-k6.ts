import { tmpdir } from 'node:os';
import { createFold } from '../../../models/measurement/fold/fold.ts';
import type { FoldedRun } from '../../../models/measurement/folded-run.ts';
import { parseMeasurementLine } from '../../../models/measurement/lines/parse-line.ts';
import { arrivalCurve } from '../../../models/workload/arrivals/curves/from-spec.ts';
import type { LineKind } from '../../../models/workload/surge/run-configuration.ts';
import type { SurgeProfile } from '../../../models/workload/surge/surge.ts';
import { HEAP_GROWTH } from '../../rehearse/k6/k6-command.ts';
import { startK6 } from '../../rehearse/k6/k6-process.ts';
import { lineDigest } from '../../run-folder/line-digest.ts';
import type { Crowd } from './bench-profile.ts';
import { benchScript, type ScriptJob } from './bench-script.ts';

/** Go's own setting, for what is about the memory of a user: with room to grow, k6 holds garbage that is no part of one. */
export const EAGER_HEAP = 100;

/** A k6 process to be measured. */
export interface K6Job extends Omit<ScriptJob, 'line'> {
  readonly k6: string;
  /** TypeScript unless given. */
  readonly line?: LineKind;
  /** Percent the heap may grow before it is collected; as `rehearse` has it unless told. */
  readonly heapGrowth?: number;
  /** More of k6's own parameters. */
  readonly parameters?: readonly string[];
}

export interface RunningK6 {
  readonly pid: number;
  /** Settles when it is gone. */
  readonly ended: Promise<unknown>;
  /** What is not a measurement line. */
  readonly talk: readonly string[];
  kill(): Promise<void>;
  /** Waits for its end by itself; throws a sentence when that was not a good one. */
  finished(): Promise<void>;
  /** What it measured so far. Folded only when asked, so that it does not take the CPU of what is measured. */
  folded(): FoldedRun;
}

/** k6 as `rehearse` starts it: its own metrics, thresholds and summary are off. */
const SWITCHES = ['run', '--quiet', '--no-color', '--log-format=raw', '--no-thresholds'];

function foldedOf(lines: readonly string[]): FoldedRun {
  const fold = createFold();
  for (const line of lines) fold.add(parseMeasurementLine(line, lineDigest));
  return fold.result();
}

/** The people of a profile, for plain scripts. */
function crowdOf({ arrivals, arrivalSeconds, drainSeconds, hosts }: SurgeProfile): Crowd {
  return { people: Math.round(arrivalCurve(arrivals).arrivalsUntil(arrivalSeconds)), seconds: arrivalSeconds, drainSeconds, hosts };
}

/** Starts k6 with nothing of the user's settings. */
export async function benchK6({
  k6,
  script,
  url,
  profile,
  line = 'typescript',
  accounts,
  heapGrowth = HEAP_GROWTH,
  parameters = ['--summary-mode=disabled'],
}: K6Job): Promise<RunningK6> {
  const command = {
    parameters: [
      ...SWITCHES,
      ...parameters,
      await benchScript({ script, url, profile, line, ...(accounts === undefined ? {} : { accounts }) }),
    ],
    env: {
      PATH: process.env.PATH ?? '',
      HOME: tmpdir(),
      GOGC: String(heapGrowth),
      XDG_CONFIG_HOME: tmpdir(),
      K6_NO_USAGE_REPORT: 'true',
      K6_AUTO_EXTENSION_RESOLUTION: 'false',
      SURGEPROOF_BENCH: JSON.stringify({ url, ...crowdOf(profile) }),
    },
  };
  const lines: string[] = [];
  const talk: string[] = [];
  const { pid, ended, send } = startK6(
    k6,
    command,
    (line) => void lines.push(line),
    (line) => void talk.push(line),
  );
  return {
    pid,
    ended,
    talk,
    kill: async () => {
      send('SIGKILL');
      await ended;
    },
    finished: async () => {
      const { code, signal } = await ended;
      if (code !== 0) throw new Error(`bench: k6 must end with code 0, got ${signal ?? code}: ${talk.slice(-3).join(' ')}`);
    },
    folded: () => foldedOf(lines),
  };
}
