import { createFold, type Fold } from '../../../models/measurement/fold/fold.ts';
import { isLineProblem, parseMeasurementLine } from '../../../models/measurement/lines/parse-line.ts';
import type { GeneratorHealth } from '../../../models/results/generator-health.ts';
import type { Interruption } from '../../../models/results/run.ts';
import type { PanelState } from '../../panel/panel-state.ts';
import { showPanel } from '../../panel/show-panel.ts';
import type { Console } from '../../terminal/console.ts';
import type { Interrupts } from '../interrupts.ts';
import type { Plan } from '../plan/plan.ts';
import type { RunRecord } from '../record.ts';
import type { K6Command } from './k6-command.ts';
import { type K6End, type K6Process, startK6 } from './k6-process.ts';
import type { StopAddress } from './stop-address.ts';
import { watchGenerator } from './watch-generator.ts';

/** How the measured part of a run ended. */
export interface DrivenRun {
  readonly interruption: Interruption | null;
  /** One sentence on why; null when it ran to its end. */
  readonly detail: string | null;
  readonly fold: Fold;
}

export interface Driving {
  readonly plan: Plan;
  readonly binary: string;
  readonly command: K6Command;
  readonly record: RunRecord;
  readonly stopAddress: StopAddress;
  readonly interrupts: Interrupts;
  /** Settles with a sentence when the target is gone. */
  readonly targetDied: Promise<string>;
  readonly console: Console;
}

/** Milliseconds k6 gets to end after the word to stop, and again after SIGINT. */
const PATIENCE = 8_000;
/** Milliseconds k6 may take beyond the length of the run: to begin, and to write its last lines. */
const OVERTIME = 45_000;
/** Milliseconds the run goes on without its target, so that what users then see is part of the measurement. */
const AFTERMATH = 3_000;

/** What is known of a k6 that runs. */
interface Followed {
  readonly k6: K6Process;
  readonly fold: Fold;
  readonly health: { stop(): void };
  /** What to show; null before second 0 is known. */
  picture(notice: string | null): PanelState | null;
}

/** Starts k6 and reads along: every measurement line is recorded as it is, then folded; the generator is looked at each second. */
function follow({ plan, record, binary, command }: Driving): Followed {
  const fold = createFold();
  let startedAt: number | null = null;
  let generator: GeneratorHealth | null = null;
  const onMeasurement = (line: string): void => {
    record.measurement(line);
    const parsed = parseMeasurementLine(line);
    if (!isLineProblem(parsed) && parsed.surgeproof === 'head') startedAt ??= parsed.startedAt;
    fold.add(parsed);
  };
  const k6 = startK6(binary, command, onMeasurement, record.k6Talk);
  const onHealth = (seen: GeneratorHealth): void => {
    generator = seen;
    record.generator(seen);
  };
  const { options, machine, configuration } = plan;
  const { surge, profile, budgets } = configuration;
  const title = `${surge.title} · ${options.profile} · ${options.target} · seed ${options.seed}`;
  const until = profile.arrivalSeconds + profile.drainSeconds;
  return {
    k6,
    fold,
    health: watchGenerator(k6.pid, () => startedAt, onHealth),
    picture: (notice) =>
      startedAt === null ? null : { title, until, view: fold.latest(), budgets, generator, cores: machine.cores, notice },
  };
}

/** Runs k6 to its end, or to the first reason to stop it. What it measures is recorded as it comes. */
export async function driveK6(driving: Driving): Promise<DrivenRun> {
  const { record, interrupts, console } = driving;
  const { k6, fold, health, picture } = follow(driving);
  let stopping: { interruption: Interruption; detail: string } | null = null;
  const panel = showPanel(console, () => picture(stopping?.detail ?? null));
  const stop = (interruption: Interruption, detail: string): void => {
    if (stopping !== null) return;
    stopping = { interruption, detail };
    if (!console.live) console.err(detail);
    void endGently(k6, driving.stopAddress);
  };
  void interrupts.first.then(() => stop('signal', 'Stopping: what was measured is kept, the report follows. Ctrl-C again leaves at once.'));
  void record.failed.then((reason) => stop('disk-full', `Stopping: ${reason}.`));
  void driving.targetDied.then(async (reason) => {
    await Promise.race([k6.ended, later(AFTERMATH)]);
    stop('target-died', `The target is gone: ${reason}.`);
  });
  interrupts.onSecond(() => k6.send('SIGKILL'));
  const { arrivalSeconds, drainSeconds } = driving.plan.configuration.profile;
  void later((arrivalSeconds + drainSeconds) * 1_000 + OVERTIME).then(() =>
    stop('generator-died', 'Stopping: k6 did not end when the run was over.'),
  );
  const end = await k6.ended;
  health.stop();
  panel.done();
  return { fold, ...(stopping ?? endedBy(end)) };
}

/** First the word to stop, which lets VUs write their last lines; then SIGINT; then SIGKILL. */
async function endGently(k6: K6Process, stopAddress: StopAddress): Promise<void> {
  stopAddress.giveWord();
  await Promise.race([k6.ended, later(PATIENCE)]);
  k6.send('SIGINT');
  await Promise.race([k6.ended, later(PATIENCE)]);
  k6.send('SIGKILL');
}

function endedBy({ code, signal }: K6End): Pick<DrivenRun, 'interruption' | 'detail'> {
  if (code === 0) return { interruption: null, detail: null };
  return { interruption: 'generator-died', detail: `k6 ended with ${signal ?? `code ${code}`} before the run was over; see k6.log.` };
}

/** A pause that keeps no process alive. */
function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
