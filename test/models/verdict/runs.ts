import { summariseRun } from '../../../models/measurement/summary/summarise.ts';
import type { AuditFile } from '../../../models/results/audit.ts';
import type { GeneratorHealth } from '../../../models/results/generator-health.ts';
import type { RunFile } from '../../../models/results/run.ts';
import type { JudgeInput } from '../../../models/verdict/judge-input.ts';
import type { HeadLine, MeasurementLine, SecondLine, UserCounts } from '../../../models/workload/log/measurement-log.ts';
import type { Outcome } from '../../../models/workload/log/outcome.ts';
import type { RunConfiguration } from '../../../models/workload/surge/run-configuration.ts';
import { budgetsOf, configuration, openSurge, profile } from '../made-surge.ts';
import { end, foldOf, head, journeySample, nobody, sample, second } from '../measurement/lines.ts';

export const audit: AuditFile = {
  schema: 'surgeproof/audit',
  version: 1,
  done: true,
  reason: null,
  checks: [{ name: 'no-double-charge', examined: 100, violations: 0, examples: [] }],
  unknownResolved: { charged: 0, notCharged: 0 },
};

/** Response times of one step in one second: `n` of them, all `ms` long, and how they ended. */
export interface StepSecond {
  readonly step: string;
  readonly ms: number;
  readonly n?: number;
  readonly outcome?: Outcome;
}

export const STORY: readonly string[] = [
  'queue-join',
  'open-app',
  'login',
  'identity-send',
  'identity-confirm',
  'register-card',
  'balance',
  'qr-lookup',
  'pay',
];

/** Every step of the story, a hundred times a second, 100 ms each; `over` replaces steps by name. */
export function story(over: readonly StepSecond[] = []): StepSecond[] {
  const replaced = new Set(over.map(({ step }) => step));
  return [...STORY.filter((step) => !replaced.has(step)).map((step) => ({ step, ms: 100 })), ...over];
}

/** A log of one VU over 60 s in which each second looks like `at(second)`, with a line of people that keeps its order. */
export function log(at: (second: number) => readonly StepSecond[], over: Partial<HeadLine> = {}): MeasurementLine[] {
  const lines: MeasurementLine[] = [head({ phases: profile.phases, ...over })];
  for (let s = 0; s < 60; s++) {
    const samples = at(s).map(({ step, ms, n = 100, outcome = 'ok' }) =>
      sample(step, new Array<number>(n).fill(ms), { outcome, phase: 0 }),
    );
    const admissions = [0, 1].map((i) => [i, s, s * 1_000, s * 1_000 + 8_000, 8_500, 0, 0] as const);
    const users = { ...nobody, arrived: 100 * (s + 1), finished: 100 * s, inLine: 100 };
    lines.push(second({ second: s, scheduled: 100, started: 100, startLag: [1280, 100], loopLag: [1280, 50], users, samples, admissions }));
  }
  lines.push(end({ second: 60, users: { ...nobody, arrived: 6_000, finished: 6_000 } }));
  return lines;
}

/** What a walk of one person through each journey found. */
export const walk: Readonly<Record<string, readonly string[]>> = {
  'register-card': ['queue-join', 'open-app', 'login', 'identity-send', 'identity-confirm', 'register-card'],
  'qr-payment': ['queue-join', 'open-app', 'login', 'balance', 'qr-lookup', 'pay'],
};

/** The configuration of these runs, with budgets for the steps of the story. */
export const configured = (over: Partial<RunConfiguration> = {}): RunConfiguration => ({
  ...configuration,
  budgets: budgetsOf(STORY),
  ...over,
});

/** The same without a waiting room, at a target that surgeproof did not start. */
export const open = (over: Partial<RunConfiguration> = {}): RunConfiguration => ({
  ...configured({ surge: openSurge, profile: { ...profile, service: null }, queue: null }),
  budgets: budgetsOf(STORY.filter((step) => step !== 'queue-join')),
  ...over,
});

/** A minute of a generator that is well, or busier. */
export const minute = (over: Partial<GeneratorHealth> = {}): GeneratorHealth[] =>
  Array.from({ length: 60 }, (_, i) => ({ second: i, cpu: 0.5, memoryMiB: 100, openFiles: 200, received: null, sent: null, ...over }));

type Over = Partial<JudgeInput> & { readonly interruption?: RunFile['interruption'] };

/** Input of a healthy run of these lines; parts can be replaced. */
export function inputOf(lines: readonly MeasurementLine[], { interruption = null, ...over }: Over = {}): JudgeInput {
  // Lines that are made for a test hold what it is about, and not all that the sums of a whole log need.
  const { configuration: inForce = configured(), generator = minute() } = over;
  const read = foldOf(lines);
  const folded = { ...read, disagreements: [], head: read.head === null ? null : headOf(inForce, read.head) };
  const run = summariseRun(folded, {
    ...{ id: 'r', seed: 1, target: 'embedded', simulated: true, startedAt: '2026-11-22T00:00:00.000Z', forecast: null },
    ...{ configuration: inForce, interruption, generator },
  });
  return {
    ...{ folded, run, audit, generator, configuration: inForce, walk, seed: 1 },
    ...{ host: { cores: 2, openFiles: 20_000 }, targetIdentity: 'confirmed', clock: null },
    ...over,
  };
}

/** A head line that fits to what was in force. */
const headOf = ({ surge, profile, profileName }: RunConfiguration, head: HeadLine): HeadLine => ({
  ...head,
  ...{ surge: surge.name, profile: profileName, seed: 1, phases: profile.phases },
  steps: surge.steps.map(({ name }) => name),
  journeys: surge.journeys.map(({ name }) => name),
  lanes: surge.lanes.map(({ name }) => name),
});

/** A log in which nothing is amiss. */
export const healthy = (): MeasurementLine[] => log(() => story());

/** The log with every second changed. */
export const seconds = (lines: readonly MeasurementLine[], change: (line: SecondLine) => Partial<SecondLine>): MeasurementLine[] =>
  lines.map((line) => (line.surgeproof === 'second' ? { ...line, ...change(line) } : line));

/** The log with people who leave in every second: `n` of a journey, after `ms`. */
export const leaving = (
  lines: readonly MeasurementLine[],
  people: readonly { readonly journey: string; readonly ms: number; readonly n: number; readonly outcome?: Outcome }[],
): MeasurementLine[] =>
  seconds(lines, ({ samples }) => ({
    samples: [
      ...samples,
      ...people.map(({ journey, ms, n, outcome = 'ok' }) => journeySample(journey, new Array<number>(n).fill(ms), { outcome, phase: 0 })),
    ],
  }));

/** The log with errors in every second. */
export const erring = (lines: readonly MeasurementLine[], ...errors: NonNullable<SecondLine['errors']>[number][]): MeasurementLine[] =>
  seconds(lines, () => ({ errors }));

/** The log with other counts of people at its end. */
export const endingWith = (lines: readonly MeasurementLine[], users: Partial<UserCounts>): MeasurementLine[] =>
  lines.map((line) => (line.surgeproof === 'end' ? { ...line, users: { ...nobody, ...users } } : line));
