import exec from 'k6/execution';
import { type HeadLine, MEASUREMENT_LOG_VERSION } from '../models/workload/log/measurement-log.ts';
import { OUTCOMES } from '../models/workload/log/outcome.ts';
import { STEPS } from '../models/workload/surge/step.ts';
import type { Surge } from '../models/workload/surge/surge.ts';
import { openBook, type RequestListener } from './recording/book.ts';
import type { Settings } from './settings/env.ts';
import { profileOf } from './settings/k6-options.ts';
import { secondZero } from './settings/run-clock.ts';
import type { Host } from './users/host.ts';
import type { People } from './users/people.ts';
import { createRows } from './users/rows.ts';
import { createWheel } from './users/wheel.ts';

/** What a VU needs to host users; made while k6 loads the scenario, where alone files and metrics may be opened. */
export interface HostDeps {
  readonly surge: Surge;
  readonly settings: Settings;
  readonly people: People;
  /** k6's own metrics; null when surgeproof judges. */
  readonly listener: RequestListener | null;
}

/** Sets up the VU that calls it, and writes the head line of its measurement log. */
export function openHost({ surge, settings, people, listener }: HostDeps): Host {
  const profile = profileOf(surge, settings);
  const startedAt = secondZero(settings.startedAt);
  const now = (): number => Date.now() - startedAt;
  const rows = createRows();
  const vu = exec.vu.idInTest;
  const head: HeadLine = {
    ...{ surgeproof: 'head', version: MEASUREMENT_LOG_VERSION, vu, scenario: surge.name, profile: settings.profile },
    ...{ seed: settings.seed, startedAt, steps: STEPS.map(({ name }) => name), outcomes: OUTCOMES },
    phases: profile.phases,
    lanes: surge.lanes.map(({ name }) => name),
  };
  const write = settings.log ? (line: string): void => console.log(line) : (): void => {};
  return {
    ...{ surge, profile, settings, people, vu, startedAt, now, rows },
    wheel: createWheel(rows, Math.max(0, now())),
    book: openBook(head, profile.phases, write, listener),
    sleepers: new Map(),
    payments: new Map(),
    detached: 0,
    over: false,
    stop: () => {},
    queueAgain: () => Promise.reject(new Error('no line yet')),
  };
}
