import exec from 'k6/execution';
import { type HeadLine, MEASUREMENT_LOG_VERSION } from '../models/workload/log/measurement-log.ts';
import { OUTCOMES } from '../models/workload/log/outcome.ts';
import type { EngineRun } from '../models/workload/surge/run-configuration.ts';
import { openBook, type RequestListener } from './recording/book.ts';
import { stepTable } from './recording/step-table.ts';
import { createWalkBook } from './recording/walk-book.ts';
import { secondZero } from './settings/run-clock.ts';
import type { AccountOf } from './users/accounts.ts';
import type { Host } from './users/context.ts';
import { createRows } from './users/rows.ts';
import { createStopSignal } from './users/stop-signal.ts';
import { createWheel } from './users/wheel.ts';
import type { NativeLine } from './waiting-room/open-native.ts';

/** What a VU needs to host users; made while k6 loads the script, where alone files and metrics may be opened. */
export interface HostDeps {
  readonly run: EngineRun;
  /** Headers of every request, secrets filled in. */
  readonly headers: Record<string, string>;
  readonly accountOf: AccountOf;
  /** k6's own metrics; null when surgeproof judges. */
  readonly listener: RequestListener | null;
  /** The poller in Go, whose clock is the one of the VU then; null where the engine itself asks for people in line. */
  readonly native: NativeLine | null;
}

type HeadParts = Pick<HeadLine, 'vu' | 'startedAt' | 'variants'> & { readonly isNative: boolean };

function headOf({ configuration, seed }: EngineRun, { vu, startedAt, variants, isNative }: HeadParts): HeadLine {
  const { surge, profile, profileName } = configuration;
  return {
    surgeproof: 'head',
    version: MEASUREMENT_LOG_VERSION,
    vu,
    surge: surge.name,
    profile: profileName,
    seed,
    startedAt,
    steps: surge.steps.map(({ name }) => name),
    journeys: surge.journeys.map(({ name }) => name),
    variants,
    outcomes: OUTCOMES,
    phases: profile.phases,
    lanes: surge.lanes.map(({ name }) => name),
    ...(isNative ? { line: 'native' } : {}),
  };
}

const machineClock = (startedAt: number): Pick<Host, 'startedAt' | 'now'> => ({ startedAt, now: () => Date.now() - startedAt });
const print = (line: string): void => console.log(line);
const silent = (): void => {};

/** Sets up the VU that calls it, and writes the head line of its measurement log. */
export function openHost({ run, headers, accountOf, listener, native }: HostDeps): Host {
  const { surge, profile } = run.configuration;
  const vu = exec.vu.idInTest;
  const { startedAt, now } = native ?? machineClock(run.walk ? Date.now() : secondZero(run.startedAt));
  const rows = createRows();
  const steps = stepTable(surge.steps, surge.journeys, !run.managed);
  const head = headOf(run, { vu, startedAt, variants: steps.variants, isNative: native !== null });
  const write = run.log && !run.walk ? print : silent;
  return {
    surge,
    profile,
    target: run.target,
    run,
    headers,
    vu,
    startedAt,
    now,
    rows,
    steps,
    accountOf,
    wheel: createWheel(rows, Math.max(0, now())),
    book: openBook({ head, samples: steps.samples, write, listener }),
    walk: run.walk ? createWalkBook(surge.steps, print) : null,
    stop: createStopSignal(),
    unanswered: new Set(),
    detached: new Set(),
    over: false,
  };
}
