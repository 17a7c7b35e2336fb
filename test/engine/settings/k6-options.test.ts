import { describe, expect, it } from 'vitest';
import { k6Options } from '../../../engine/settings/k6-options.ts';
import type { EngineRun } from '../../../models/workload/surge/run-configuration.ts';
import { engineRun, target } from '../virtual-run.ts';

const NOW = 1_000_000_000;

const optionsOf = (run: Partial<EngineRun> = {}) =>
  k6Options(engineRun({ profile: { hosts: 3, arrivalSeconds: 170, drainSeconds: 115 }, run: { startedAt: null, ...run } }), NOW);

/** The one k6 scenario of the options, and how long it may last, in seconds. */
function executorOf(run: Partial<EngineRun> = {}) {
  const [executor] = Object.values(optionsOf(run).scenarios ?? {});
  const [, seconds] = /"maxDuration":"(\d+)s"/.exec(JSON.stringify(executor)) ?? [];
  return { executor, seconds: Number(seconds) };
}

describe('k6 options', () => {
  it('give each host one iteration as long as the run', () => {
    const { executor, seconds } = executorOf();
    expect(executor).toMatchObject({ executor: 'per-vu-iterations', vus: 3, iterations: 1, gracefulStop: '0s' });
    expect(seconds).toBeGreaterThan(170 + 115 + 2);
  });

  it('give the walk one VU', () => {
    expect(executorOf({ walk: true }).executor).toMatchObject({ vus: 1, iterations: 1 });
  });

  it('leave time until an agreed second 0 in the future', () => {
    // 60 s ahead in place of the usual lead of 2 s.
    expect(executorOf({ startedAt: NOW + 60_000 }).seconds - executorOf().seconds).toBe(58);
  });

  it('refuse a second 0 so far back that the run would be over', () => {
    expect(() => optionsOf({ startedAt: NOW - 1_000_000 })).toThrow(
      'SURGEPROOF_STARTED_AT: must not lie so far back that the run of 285 s is over',
    );
    expect(() => optionsOf({ startedAt: NOW - 100_000 })).not.toThrow();
  });

  it('never follow redirects by themselves, and share connections unless the target says otherwise', () => {
    expect(optionsOf()).toMatchObject({ maxRedirects: 0, noConnectionReuse: false });
    expect(optionsOf({ target: { ...target, connections: 'per-request', insecure: true } })).toMatchObject({
      noConnectionReuse: true,
      insecureSkipTLSVerify: true,
    });
  });

  it('have no thresholds when surgeproof judges', () => {
    expect(optionsOf({ managed: false }).thresholds).toEqual({});
    expect(optionsOf({ managed: true }).thresholds).toBeUndefined();
  });
});
