import { createClockWatcher } from '../../../models/measurement/clock-watch.ts';
import { isLineProblem, parseMeasurementLine } from '../../../models/measurement/lines/parse-line.ts';
import { personOf } from '../../../models/people/person.ts';
import type { AuditFile } from '../../../models/results/audit.ts';
import type { ClockWatch, EndingFile } from '../../../models/results/ending.ts';
import type { GeneratorHealth } from '../../../models/results/generator-health.ts';
import type { RunConfiguration } from '../../../models/workload/surge/run-configuration.ts';
import type { SurgeProfile } from '../../../models/workload/surge/surge.ts';
import launch from '../../../scenarios/onnuri/onnuri-launch.surge.ts';
import smoke from '../../../scenarios/onnuri/smoke.surge.ts';
import { lineDigest } from '../../../scripts/run-folder/line-digest.ts';
import { resolved } from '../../scenarios/resolved.ts';
import { judgeFiles } from '../folder/judge-files.ts';
import { fitGenerator, type RunFiles, runFiles, SOUND_AUDIT, TARGET } from '../folder/run-files.ts';
import type { Outcome } from '../row.ts';
import type { VirtualClock } from './clock.ts';
import { AHEAD, type Ask, type HostedJourneys, type HostVirtually, type PrintedLine, type Said, STARTED_AT } from './hosted-run.ts';
import { lineUnderTest } from './line-under-test.ts';
import { virtualClock } from './virtual-clock.ts';
import { voucherService } from './voucher-service.ts';
import { type VirtualRoom, virtualRoom } from './waiting-room.ts';

/** How a virtual run differs from a clean one. */
export interface Broken {
  /** `smoke` (400 people in ten seconds, no line) unless given; `launch`: its smoke profile, 600 people, most of whom wait. */
  readonly surge?: 'smoke' | 'launch';
  readonly profile?: Partial<SurgeProfile>;
  readonly configuration?: (clean: RunConfiguration) => RunConfiguration;
  readonly seed?: number;
  /** What the app answers instead. */
  readonly app?: (ask: Ask, well: () => Said) => Said;
  /** What the waiting room answers instead. */
  readonly room?: (ask: Ask, well: () => Said, room: VirtualRoom) => Said;
  /** Whether the waiting room goes on letting people in. */
  readonly admits?: (second: number, room: VirtualRoom) => boolean;
  /** A waiting room of one's own. */
  readonly ownRoom?: (configuration: RunConfiguration) => (ask: Ask) => Said;
  readonly journeys?: ((clean: HostedJourneys) => HostedJourneys) | undefined;
  /** What happens at some second: `{ 8: (clock) => clock.jump(-5_000) }`. */
  readonly at?: Readonly<Record<number, (clock: VirtualClock) => void>>;
  readonly generator?: readonly GeneratorHealth[];
  readonly audit?: AuditFile | null;
  readonly ending?: Partial<EndingFile>;
}

const SURGES = { smoke, launch };

/** A built-in surge as a run takes it. */
export function configurationOf({ surge = 'smoke', profile = {}, configuration = (clean) => clean }: Broken): RunConfiguration {
  const clean = resolved(SURGES[surge], 'smoke');
  return configuration({ ...clean, profile: { ...clean.profile, ...profile } });
}

/** The engine is checked with the types of k6, this file with those of Node: they meet in `HostVirtually` alone. */
async function engine(): Promise<HostVirtually> {
  const file = new URL('../../engine/host-virtually.ts', import.meta.url).href;
  return ((await import(file)) as { hostVirtually: HostVirtually }).hostVirtually;
}

/** Plays a run in virtual time and gives the folder it leaves behind. */
export async function virtualFiles(broken: Broken = {}): Promise<RunFiles> {
  const hostVirtually = await engine();
  const configuration = configurationOf(broken);
  const { seed = 1, journeys = (clean) => clean, audit = SOUND_AUDIT, ending = {} } = broken;
  const { arrivalSeconds, drainSeconds } = configuration.profile;
  const clock = virtualClock(STARTED_AT - AHEAD);
  try {
    const answer = answers(configuration, broken);
    for (const [second, happen] of Object.entries(broken.at ?? {})) setTimeout(() => happen(clock), AHEAD + 1000 * Number(second));
    const surge = SURGES[broken.surge ?? 'smoke'] as unknown as { readonly journeys: HostedJourneys };
    const run = { ...RUN, configuration, target: TARGET, seed, line: lineUnderTest() };
    const accountOf = (number: number) => personOf(number + 1);
    const lines = await hostVirtually({ run, journeys: journeys(surge.journeys), accountOf, answer, clock });
    const generator = broken.generator ?? fitGenerator(arrivalSeconds + drainSeconds);
    return runFiles(
      lines.map(({ text }) => text),
      { configuration, seed, audit, ending: { clock: clockOf(lines), ...ending }, generator },
    );
  } finally {
    clock.restore();
  }
}

/** What surgeproof, which reads the lines as they come, sees of the clock. */
function clockOf(lines: readonly PrintedLine[]): ClockWatch {
  const watcher = createClockWatcher();
  for (const { text, at, wall } of lines) {
    const line = parseMeasurementLine(text, lineDigest);
    if (!isLineProblem(line)) watcher.note(line, at, wall);
  }
  return watcher.result();
}

const RUN = { accounts: null, startedAt: STARTED_AT, managed: true, log: true, stop: null, walk: false };

/** App and waiting room in one: each request goes to the one whose address it names. */
function answers(configuration: RunConfiguration, { app = well, room = well, admits, ownRoom }: Broken): (ask: Ask) => Said {
  const service = voucherService();
  const own = ownRoom?.(configuration);
  const gate = virtualRoom(configuration, (go) => {
    if (admits === undefined || admits(secondNow(), gate)) go();
  });
  const begun = performance.now() + AHEAD;
  const secondNow = (): number => (performance.now() - begun) / 1000;
  return (ask) => {
    if (ask.url.startsWith(TARGET.bases.app!)) return app(ask, () => service(ask));
    return room(ask, () => (own === undefined ? gate.answer(ask) : own(ask)), gate);
  };
}

const well = (_: Ask, answer: () => Said): Said => answer();

/** A run in virtual time, broken as said and judged; clean without an argument. */
export function virtual(broken: Broken = {}): () => Promise<Outcome> {
  return async () => judgeFiles(await virtualFiles(broken));
}
