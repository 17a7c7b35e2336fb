import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hostSurge } from '../../engine/host-surge.ts';
import type { EngineRun } from '../../models/workload/surge/run-configuration.ts';
import { serve } from '../fakes/k6/http.ts';
import { fakeNative } from '../fakes/k6/native/native.ts';
import { room } from './room.ts';
import { engineRun, idle, STARTED_AT } from './virtual-run.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: STARTED_AT - 500 });
  vi.stubGlobal('__ENV', {});
  vi.spyOn(console, 'log').mockImplementation(() => {});
  serve(room);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** How many pollers in Go a VU opens. */
async function openedBy(run: Partial<EngineRun>): Promise<number> {
  const native = fakeNative();
  const { run: vu } = hostSurge({ journeys: idle }, engineRun({ run: { line: 'native', ...run } }), native);
  void vu();
  await vi.advanceTimersByTimeAsync(1_000);
  return native.opened.length;
}

it('opens the poller in Go in a VU, where a run that surgeproof judges asks for it', async () => {
  expect(await openedBy({})).toBe(1);
  expect(await openedBy({ line: 'typescript' })).toBe(0);
  expect(await openedBy({ walk: true })).toBe(0);
  expect(await openedBy({ managed: false })).toBe(0);
});

it('refuses a script that asks for it and does not import it', () => {
  expect(() => hostSurge({ journeys: idle }, engineRun({ run: { line: 'native' } }))).toThrow(
    'line: must be typescript for a script that does not import k6/x/surgeproof, got native',
  );
});
