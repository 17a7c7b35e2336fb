import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RESPONSE_TIME, STEP_FAILED } from '../../models/workload/surge/thresholds.ts';
import { reference } from './reference-answers.ts';

const NOW = 1_800_000_000_000;

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Loads a scenario afresh, as a VU does, and runs it to its end in virtual time; returns what it printed and gave to k6's metrics. */
async function run(name: string, env: Record<string, string>) {
  vi.resetModules();
  vi.stubGlobal('__ENV', env);
  const [scenario, http, { default: execution }, metrics] = await Promise.all([
    import(`../../scenarios/onnuri/${name}.ts`) as Promise<{ options: object; default: () => Promise<void> }>,
    import('../fakes/k6/http.ts'),
    import('../fakes/k6/execution.ts'),
    import('../fakes/k6/metrics.ts'),
  ]);
  http.serve(reference);
  execution.scenario.startTime = NOW;
  const printed: string[] = [];
  const spy = vi.spyOn(console, 'log').mockImplementation((line) => void printed.push(line));
  const ended = scenario.default();
  await vi.advanceTimersByTimeAsync(120_000);
  await ended;
  spy.mockRestore();
  return { lines: printed.map((line) => JSON.parse(line)), samples: metrics.samples };
}

describe('a scenario', () => {
  it.each(['onnuri-launch', 'smoke'])('%s runs alone, from the first arrival to the last person gone', async (name) => {
    const { lines } = await run(name, {});
    // Two seconds after k6 starts it.
    expect(lines[0]).toMatchObject({ surgeproof: 'head', scenario: name, profile: 'smoke', startedAt: NOW + 2_000 });
    const end = lines[lines.length - 1];
    expect(end).toMatchObject({ surgeproof: 'end', reason: 'complete', users: { inLine: 0, active: 0, failed: 0, gaveUp: 0 } });
    expect(end.users.finished).toBe(end.users.arrived);
    // Half of the people of onnuri-launch (2 hosts), about 140; all 200 of smoke.
    expect(end.users.arrived).toBeGreaterThan(100);
  });

  it('feeds response_time and step_failed when it is run by hand', async () => {
    const { samples, lines } = await run('smoke', { SURGEPROOF_LOG: 'off' });
    expect(lines).toEqual([]);
    expect(new Set(samples.map(([metric]) => metric))).toEqual(new Set([RESPONSE_TIME, STEP_FAILED]));
    expect(samples.some(([metric, failed, tags]) => metric === STEP_FAILED && tags?.step === 'pay' && failed === false)).toBe(true);
  });

  it('leaves the metrics of k6 alone when surgeproof judges', async () => {
    expect((await run('smoke', { SURGEPROOF_MANAGED: '1' })).samples).toEqual([]);
  });
});
