import type { WaitingAnswer } from '../../models/definition/waiting-room-dialect.ts';
import type { EngineRun } from '../../models/workload/surge/run-configuration.ts';
import type { GivenBack, NativeModule, NativePolls } from './native-module.ts';

/** The poller in Go of one VU, and its clock. */
export interface NativeLine {
  /** Unix milliseconds of second 0. */
  readonly startedAt: number;
  /** Whole milliseconds since second 0, by a clock that nobody can set. */
  now(): number;
  readonly polls: NativePolls;
  /** Who is told of people who are given back; nobody is before the first one waits. */
  onBack(tell: (rows: readonly GivenBack[]) => void): void;
}

/**
 * Polls of a VU under way at once: before a target that stands still, 4,000 cost k6 97 MB (measured). Beyond them people wait with the clock
 * of their response time running.
 */
const MOST_IN_FLIGHT = 4_000;

/** Opens the poller of the VU that calls it. */
export function openNative(
  module: NativeModule,
  waiting: WaitingAnswer,
  { target, configuration }: EngineRun,
  startedAt: number,
): NativeLine {
  const { clientTimeout, phases } = configuration.profile;
  let tell: (rows: readonly GivenBack[]) => void = () => {};
  const polls = module.openPolls({
    base: target.waitingRoom!.base,
    startedAt,
    timeoutMs: clientTimeout,
    phases: phases.map(({ from }) => from),
    inFlight: MOST_IN_FLIGHT,
    waiting,
    onBack: (rows) => tell(rows),
  });
  return {
    startedAt,
    now: () => polls.now(),
    polls,
    onBack(to) {
      tell = to;
    },
  };
}
