import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../engine/settings/env.ts';
import { k6Options } from '../../../engine/settings/k6-options.ts';
import { config } from '../../../k6.config.ts';
import { onnuriLaunch } from '../../../scenarios/onnuri/launch-surge.ts';
import { settings } from '../virtual-run.ts';

const NOW = 1_000_000_000;
const { arrivalSeconds, drainSeconds, hosts } = onnuriLaunch.profiles.lab;

const optionsOf = (asked: Partial<Settings> = {}) =>
  k6Options(onnuriLaunch, { ...settings, profile: 'lab', startedAt: null, ...asked }, NOW);

/** The one k6 scenario of the options, and how long it may last, in seconds. */
function executorOf(asked: Partial<Settings> = {}) {
  const [executor] = Object.values(optionsOf(asked).scenarios ?? {});
  const [, seconds] = /"maxDuration":"(\d+)s"/.exec(JSON.stringify(executor)) ?? [];
  return { executor, seconds: Number(seconds) };
}

describe('k6 options', () => {
  it('give each host one iteration as long as the run', () => {
    const { executor, seconds } = executorOf();
    expect(executor).toMatchObject({ executor: 'per-vu-iterations', vus: hosts, iterations: 1, gracefulStop: '0s' });
    expect(seconds).toBeGreaterThan(arrivalSeconds + drainSeconds + 2);
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

  it('carry thresholds from the budgets, but none when surgeproof judges', () => {
    const names = Object.keys(optionsOf({ managed: false }).thresholds ?? {});
    expect(names).toHaveLength(2 * Object.keys(config.budgets).length);
    expect(names).toContain('response_time{step:pay}');
    expect(optionsOf({ managed: true }).thresholds).toBeUndefined();
  });
});
