import type { WaitingRoomDialect } from '../models/definition/waiting-room-dialect.ts';
import type { EngineRun } from '../models/workload/surge/run-configuration.ts';
import { secondZero } from './settings/run-clock.ts';
import type { NativeModule } from './waiting-room/native-module.ts';
import { type NativeLine, openNative } from './waiting-room/open-native.ts';

/**
 * What opens the poller in Go in a VU; null where the engine itself asks for people in line. Polls in Go count for the measurement log alone:
 * a script that is judged by k6's own metrics does without.
 */
export function nativeOpener(
  run: EngineRun,
  dialect: WaitingRoomDialect | null,
  module: NativeModule | undefined,
): (() => NativeLine) | null {
  const waiting = dialect?.waiting;
  if (run.line === 'typescript' || run.walk || !run.managed || waiting === undefined) return null;
  if (module === undefined) throw new Error('line: must be typescript for a script that does not import k6/x/surgeproof, got native');
  return () => openNative(module, waiting, run, secondZero(run.startedAt));
}
