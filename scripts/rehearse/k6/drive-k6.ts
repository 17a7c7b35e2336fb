import { type ClockWatcher, createClockWatcher } from '../../../models/measurement/clock-watch.ts';
import { createFold, type Fold } from '../../../models/measurement/fold/fold.ts';
import { isLineProblem, parseMeasurementLine } from '../../../models/measurement/lines/parse-line.ts';
import type { ClockWatch } from '../../../models/results/ending.ts';
import type { GeneratorHealth } from '../../../models/results/generator-health.ts';
import type { Interruption } from '../../../models/results/run.ts';
import type { PanelState } from '../../panel/panel-state.ts';
import { showPanel } from '../../panel/show-panel.ts';
import { lineDigest } from '../../run-folder/line-digest.ts';
import type { Console } from '../../terminal/console.ts';
import type { Interrupts } from '../interrupts.ts';
import type { Plan } from '../plan/plan.ts';
import type { RunRecord } from '../record.ts';
import { jsonRedactor, redactor } from '../redact.ts';
import { endedBy, endOf, type OwnEnd } from './ended-by.ts';
import type { K6Command } from './k6-command.ts';
import { type K6Process, startK6 } from './k6-process.ts';
import { recordedLine } from './recorded-line.ts';
import type { StopAddress } from './stop-address.ts';
import { createTalk, type Talk } from './talk.ts';
import { watchGenerator } from './watch-generator.ts';

/** How the measured part of a run ended. */
export interface DrivenRun extends OwnEnd {
  readonly fold: Fold;
  readonly clock: ClockWatch;
  /** What k6 said when it ended before it measured anything; empty otherwise. */
  readonly refused: readonly string[];
}

export interface Driving {
  readonly plan: Pick<Plan, 'configuration' | 'machine' | 'options' | 'secrets' | 'target'>;
  readonly binary: string;
  readonly command: K6Command;
  readonly record: RunRecord;
  readonly stopAddress: StopAddress;
  readonly interrupts: Interrupts;
  /** Settles with a sentence when the target is gone. */
  readonly targetDied: Promise<string>;
  /** Called once, with second 0 in Unix milliseconds. */
  readonly onStart: (startedAt: number) => void;
  readonly console: Console;
}

/** Milliseconds k6 gets to end after it is asked to stop, and again after SIGINT. */
const PATIENCE = 8_000;
/** Milliseconds k6 may take beyond the length of the run: to begin, and to write its last lines. */
const OVERTIME = 45_000;
/** Milliseconds the run goes on without its target, so that what users then see is part of the measurement. */
const AFTERMATH = 3_000;

/** What is known of a k6 that runs. */
interface Followed {
  readonly k6: K6Process;
  readonly fold: Fold;
  readonly clock: ClockWatcher;
  readonly health: { stop(): void };
  readonly talk: Talk;
  /** Whether anything was measured. */
  begun(): boolean;
  /** What to show; null before second 0 is known. */
  picture(notice: string | null): PanelState | null;
}

/**
 * Starts k6 and reads along: every measurement line is recorded, without values of secrets, then folded; the generator is looked at each
 * second.
 */
function follow({ plan, record, binary, command, onStart }: Driving): Followed {
  const [fold, clock] = [createFold(), createClockWatcher()];
  const [redactJson, redact] = [jsonRedactor(plan.secrets), redactor(plan.secrets)];
  const talk = createTalk();
  let startedAt: number | null = null;
  let printed = 0;
  let generator: GeneratorHealth | null = null;
  const onMeasurement = (given: string): void => {
    printed += Buffer.byteLength(given) + 1;
    const line = recordedLine(given, redactJson);
    record.measurement(line);
    const parsed = parseMeasurementLine(line, lineDigest);
    if (!isLineProblem(parsed)) {
      clock.note(parsed, performance.now(), Date.now());
      if (parsed.surgeproof === 'head' && startedAt === null) {
        startedAt = parsed.startedAt;
        onStart(startedAt);
      }
    }
    fold.add(parsed);
  };
  const onTalk = (given: string): void => {
    printed += Buffer.byteLength(given) + 1;
    const line = redact(given);
    talk.hear(line, startedAt !== null);
    record.k6Talk(line);
  };
  const k6 = startK6(binary, command, onMeasurement, onTalk);
  const onHealth = (seen: GeneratorHealth): void => {
    generator = seen;
    record.generator(seen);
  };
  const watched = { pid: k6.pid, startedAt: () => startedAt, printed: () => printed };
  return {
    k6,
    fold,
    clock,
    talk,
    begun: () => startedAt !== null,
    health: watchGenerator(watched, onHealth),
    picture: (notice) => (startedAt === null ? null : { ...captionOf(plan), view: fold.latest(), generator, notice }),
  };
}

/** What the panel says about a run that does not change. */
function captionOf({
  options,
  machine,
  configuration,
  target,
}: Driving['plan']): Pick<PanelState, 'title' | 'until' | 'budgets' | 'waitingRoom' | 'cores'> {
  const { surge, profile, profileName, budgets, queue } = configuration;
  return {
    title: `${surge.title} · ${profileName} · ${target.name} · seed ${options.seed}`,
    until: profile.arrivalSeconds + profile.drainSeconds,
    budgets: budgets.steps,
    waitingRoom: queue !== null,
    cores: machine.cores,
  };
}

/** Runs k6 to its end, or to the first reason to stop it. What it measures is recorded as it comes. */
export async function driveK6(driving: Driving): Promise<DrivenRun> {
  const { record, interrupts, console } = driving;
  const { k6, fold, clock, health, talk, begun, picture } = follow(driving);
  let stopping: (OwnEnd & { detail: string }) | null = null;
  const panel = showPanel(console, () => picture(stopping?.detail ?? null));
  const stop = (interruption: Interruption, detail: string): void => {
    if (stopping !== null) return;
    stopping = { interruption, detail, panic: null };
    if (!console.live) console.err(detail);
    void endGently(k6, driving.stopAddress);
  };
  void interrupts.first.then(() => stop('signal', 'Stopping: what was measured is kept, the report follows. Ctrl-C again leaves at once.'));
  void record.failed.then((reason) => stop('disk-full', `Stopping: ${reason}.`));
  void driving.targetDied.then(async (reason) => {
    await Promise.race([k6.ended, later(AFTERMATH)]);
    stop('target-died', `The target is gone: ${reason}.`);
  });
  void talk.uncaught.then((sentence) => stop('script-error', `The surge file has a mistake: ${sentence}.`));
  interrupts.onSecond(() => k6.send('SIGKILL'));
  const { arrivalSeconds, drainSeconds } = driving.plan.configuration.profile;
  void later((arrivalSeconds + drainSeconds) * 1_000 + OVERTIME).then(() =>
    stop('generator-died', 'Stopping: k6 did not end when the run was over.'),
  );
  const end = await k6.ended;
  health.stop();
  panel.done();
  const own = endedBy(end, talk.panic());
  // A panic before the first line is no mistake of the surge file.
  const isRefusal = stopping === null && own.panic === null && !begun();
  return { fold, clock: clock.result(), ...endOf(stopping, own), refused: isRefusal ? talk.said : [] };
}

/** First the stop address, which lets VUs write their last lines; then SIGINT; then SIGKILL. */
async function endGently(k6: K6Process, stopAddress: StopAddress): Promise<void> {
  stopAddress.stop();
  await Promise.race([k6.ended, later(PATIENCE)]);
  k6.send('SIGINT');
  await Promise.race([k6.ended, later(PATIENCE)]);
  k6.send('SIGKILL');
}

/** A pause that keeps no process alive. */
function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
