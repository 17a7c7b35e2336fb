import { createFold } from '../../../models/measurement/fold/fold.ts';
import { summariseRun } from '../../../models/measurement/summary/summarise.ts';
import type { AuditFile } from '../../../models/results/audit.ts';
import type { RunFile } from '../../../models/results/run.ts';
import type { JudgeInput } from '../../../models/verdict/judge-input.ts';
import type { HeadLine, MeasurementLine, SecondLine } from '../../../models/workload/log/measurement-log.ts';
import type { Budgets, QueueGates, StepBudget } from '../../../models/workload/surge/budget.ts';
import type { StepName } from '../../../models/workload/surge/step.ts';
import type { SurgeProfile } from '../../../models/workload/surge/surge.ts';
import { onnuriLaunch } from '../../../scenarios/onnuri/launch-surge.ts';
import { end, head, nobody, sample, second } from '../measurement/lines.ts';

export const budget: StepBudget = { p50: 300, p95: 1_000, p99: 3_000, errorShare: 0.01, minSamples: 200, source: 'test', kind: 'assumed' };
export const gates: QueueGates = {
  maxInversionShare: 0.001,
  minKendallTau: 0.999,
  maxLostPlaces: 0,
  maxAbandonedShare: 0.05,
  maxAnnouncedError: 0.3,
  minAnnouncedShare: 0.9,
  announcedGraceSeconds: 1,
  source: 'test',
  kind: 'assumed',
};
/** One VU, a hundred people a second for a minute, half register, half pay. */
export const profile: SurgeProfile = {
  ...onnuriLaunch.profiles.smoke,
  arrivalSeconds: 60,
  drainSeconds: 0,
  arrivals: { shape: 'constant', rate: 100 },
  phases: [{ name: 'surge', from: 0, judged: true }],
  hosts: 1,
  admissionTokens: 10_000,
};
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
  readonly step: StepName;
  readonly ms: number;
  readonly n?: number;
  readonly outcome?: 'ok' | 'failed' | 'timeout' | 'unreachable';
}

const STORY: readonly StepName[] = [
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
    const admissions = [0, 1].map((i) => [i, s, s * 1_000, s * 1_000 + 8_000, 8_500] as const);
    const users = { ...nobody, arrived: 100 * (s + 1), finished: 100 * s, inLine: 100 };
    lines.push(second({ second: s, scheduled: 100, started: 100, startLag: [1280, 100], loopLag: [1280, 50], users, samples, admissions }));
  }
  lines.push(end({ second: 60, users: { ...nobody, arrived: 6_000, finished: 6_000 } }));
  return lines;
}

export const everyStep = (over: Partial<StepBudget> = {}): Budgets =>
  Object.fromEntries(STORY.map((step) => [step, { ...budget, ...over }]));

/** Input of a healthy run of these lines; parts can be replaced. */
export function inputOf(
  lines: readonly MeasurementLine[],
  over: Partial<JudgeInput> & { readonly interruption?: RunFile['interruption'] } = {},
): JudgeInput {
  const fold = createFold();
  for (const line of lines) fold.add(line);
  const folded = fold.result();
  const generator = Array.from({ length: 60 }, (_, i) => ({ second: i, cpu: 0.5, memoryMiB: 100, openFiles: 200 }));
  const { interruption = null, ...rest } = over;
  const context = {
    id: 'r',
    scenario: 'onnuri-launch',
    profile: 'smoke',
    seed: 1,
    target: 'embedded',
    simulated: true,
    startedAt: '2026-11-22T00:00:00.000Z',
  };
  const run = summariseRun(folded, { ...context, interruption, generator: over.generator ?? generator, queue: gates, forecast: null });
  return {
    folded,
    run,
    audit,
    generator,
    budgets: everyStep(),
    queue: gates,
    surge: {
      lanes: onnuriLaunch.lanes,
      mix: [
        { journey: 'register-card', share: 0.5, lane: 'register' },
        { journey: 'qr-payment', share: 0.5, lane: 'payment' },
      ],
    },
    profile,
    seed: 1,
    host: { cores: 2, openFiles: 20_000 },
    targetIdentity: 'confirmed',
    ...rest,
  };
}

/** A log in which nothing is amiss. */
export const healthy = (): MeasurementLine[] => log(() => story());

/** The log with every second changed. */
export const seconds = (lines: readonly MeasurementLine[], change: (line: SecondLine) => Partial<SecondLine>): MeasurementLine[] =>
  lines.map((line) => (line.surgeproof === 'second' ? { ...line, ...change(line) } : line));
