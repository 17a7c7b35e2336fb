import exec from 'k6/execution';
import type { Options } from 'k6/options';
import type { WaitingRoomDialect } from '../models/definition/waiting-room-dialect.ts';
import type { EngineRun } from '../models/workload/surge/run-configuration.ts';
import { type Journeys, openLives } from './journeys/lives.ts';
import { nativeOpener } from './native-opener.ts';
import { openHost } from './open-host.ts';
import { k6Metrics } from './recording/k6-metrics.ts';
import { runHost } from './run-host.ts';
import { withEnvironment } from './settings/env.ts';
import { changedOptions } from './settings/held-options.ts';
import { k6Options } from './settings/k6-options.ts';
import { targetHeaders } from './settings/secrets.ts';
import { accountsFrom } from './users/accounts.ts';
import { dialectOf } from './waiting-room/dialects/dialect-of.ts';
import type { NativeModule } from './waiting-room/native-module.ts';
import { walkHost, walkRun } from './walk/walk.ts';

/** What the engine takes from a surge file: functions alone. Every value comes with the run. */
export interface SurgeFunctions {
  readonly journeys: Journeys;
  readonly waitingRoom?: WaitingRoomDialect;
}

/** What a script for k6 exports. */
export interface Hosted {
  readonly options: Options;
  /** k6 calls this once a VU: it hosts its share of the people. */
  readonly run: () => Promise<void>;
}

/** A surge for k6. To be called while k6 loads the script, where alone files may be opened. `module`: `k6/x/surgeproof`, if k6 has it. */
export function hostSurge(surge: SurgeFunctions, given: EngineRun, module?: NativeModule): Hosted {
  // What surgeproof starts takes nothing from the environment: its report would not say so.
  const asked = given.managed ? given : withEnvironment(given, __ENV);
  const run = asked.walk ? walkRun(asked) : asked;
  const { steps } = run.configuration.surge;
  const accountOf = accountsFrom(run.accounts);
  const headers = targetHeaders(run.target, __ENV);
  const dialect = dialectOf(run.target, surge.waitingRoom);
  const openLine = nativeOpener(run, dialect, module);
  const listener = run.managed || run.walk ? null : k6Metrics(steps);
  const { journeys } = surge;
  return {
    options: k6Options(run, Date.now()),
    run() {
      const changed = changedOptions(run);
      if (changed !== null) exec.test.abort(changed);
      const native = openLine?.() ?? null;
      const host = openHost({ run, headers, accountOf, listener, native });
      if (run.walk) return walkHost(host, journeys, dialect);
      return runHost(host, openLives({ host, journeys, dialect, native }));
    },
  };
}
