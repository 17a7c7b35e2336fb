import type { Options } from 'k6/options';
import { config } from '../../k6.config.ts';
import type { Surge, SurgeProfile } from '../../models/workload/surge/surge.ts';
import { thresholdsOf } from '../../models/workload/surge/thresholds.ts';
import type { Settings } from './env.ts';

/** Between k6's start and second 0, milliseconds: VUs begin one after the other. */
export const LEAD_MS = 2_000;

/** After the drain, seconds: a starved VU still gets to its last lines before k6 cuts it; one that is done ends at once. */
const SLACK_SECONDS = 30;

/** Idle connections a VU keeps; below the number of requests in flight, every request would dial anew. */
const IDLE_CONNECTIONS = 1_000;

/** The profile of a surge that the settings ask for. */
export function profileOf(surge: Surge, settings: Settings): SurgeProfile {
  return settings.profileJson ?? surge.profiles[settings.profile];
}

/** Options of a k6 run in which a VU hosts many users: one iteration each, as long as the run. `now` is Unix time in milliseconds. */
export function k6Options(surge: Surge, settings: Settings, now: number): Options {
  const profile = profileOf(surge, settings);
  const seconds = profile.arrivalSeconds + profile.drainSeconds;
  if (settings.startedAt !== null && settings.startedAt + seconds * 1000 < now) {
    throw new Error(`SURGEPROOF_STARTED_AT: must not lie so far back that the run of ${seconds} s is over, got ${settings.startedAt}`);
  }
  const lead = Math.max(LEAD_MS, (settings.startedAt ?? 0) - now) / 1000 + 1;
  return {
    scenarios: {
      [surge.name]: {
        executor: 'per-vu-iterations',
        vus: profile.hosts,
        iterations: 1,
        maxDuration: `${Math.ceil(lead + seconds + SLACK_SECONDS)}s`,
        gracefulStop: '0s',
      },
    },
    batch: IDLE_CONNECTIONS,
    batchPerHost: IDLE_CONNECTIONS,
    maxRedirects: 0,
    // A failed request is measured here; k6's own warning for each would flood the console of a run that goes badly.
    throw: true,
    // Tags serve k6's own metrics, which nobody reads when surgeproof judges; making them takes a tenth of k6's time.
    systemTags: settings.managed ? [] : ['name', 'status', 'error_code', 'expected_response', 'scenario'],
    summaryTrendStats: ['count', 'avg', 'med', 'p(95)', 'p(99)', 'max'],
    ...(settings.managed ? {} : { thresholds: thresholdsOf(config.budgets) }),
  };
}
