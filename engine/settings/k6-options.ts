import type { Options } from 'k6/options';
import type { EngineRun } from '../../models/workload/surge/run-configuration.ts';
import { thresholdsOf } from '../../models/workload/surge/thresholds.ts';
import { hostOf } from '../journeys/requests/redirect.ts';

/** Between k6's start and second 0, milliseconds: VUs begin one after the other. */
export const LEAD_MS = 2_000;

/** After the drain, seconds: a starved VU still gets to its last lines before k6 cuts it; one that is done ends at once. */
const SLACK_SECONDS = 30;

/** Idle connections a VU keeps; below the number of requests in flight, every request would dial anew. */
const IDLE_CONNECTIONS = 1_000;

/** Longest walk of one person through one journey, seconds. */
const WALK_SECONDS = 120;

/** TLS as the target wants it: any certificate, or one of the client. */
function tlsOptions({ target }: EngineRun): Options {
  const { insecure, clientCertificate, bases } = target;
  const certificate =
    clientCertificate === null ? {} : { tlsAuth: [{ ...pemsOf(clientCertificate), domains: Object.values(bases).map(hostOf) }] };
  return { ...(insecure ? { insecureSkipTLSVerify: true } : {}), ...certificate };
}

function pemsOf({ certificate, key }: { readonly certificate: string; readonly key: string }): { cert: string; key: string } {
  return { cert: open(certificate), key: open(key) };
}

/** Seconds from the first VU to the end of the run. */
function lengthOf({ configuration, walk, startedAt }: EngineRun, now: number): number {
  const { surge, profile } = configuration;
  if (walk) return WALK_SECONDS * surge.journeys.length;
  const seconds = profile.arrivalSeconds + profile.drainSeconds;
  if (startedAt !== null && startedAt + seconds * 1000 < now) {
    throw new Error(`SURGEPROOF_STARTED_AT: must not lie so far back that the run of ${seconds} s is over, got ${startedAt}; leave it out`);
  }
  return Math.max(LEAD_MS, (startedAt ?? 0) - now) / 1000 + 1 + seconds + SLACK_SECONDS;
}

/** Options of a k6 run in which a VU hosts many users: one iteration each, as long as the run. `now` is Unix time in milliseconds. */
export function k6Options(run: EngineRun, now: number): Options {
  const { configuration, managed, walk, target } = run;
  const { surge, profile, budgets } = configuration;
  return {
    scenarios: {
      [surge.name]: {
        executor: 'per-vu-iterations',
        vus: walk ? 1 : profile.hosts,
        iterations: 1,
        maxDuration: `${Math.ceil(lengthOf(run, now))}s`,
        gracefulStop: '0s',
      },
    },
    batch: IDLE_CONNECTIONS,
    batchPerHost: IDLE_CONNECTIONS,
    maxRedirects: 0,
    noConnectionReuse: target.connections === 'per-request',
    // A failed request is measured here; k6's own warning for each would flood the console of a run that goes badly.
    throw: true,
    // Tags serve k6's own metrics, which nobody reads when surgeproof judges; making them takes a tenth of k6's CPU.
    systemTags: managed ? [] : ['name', 'status', 'error_code', 'expected_response', 'scenario'],
    summaryTrendStats: ['count', 'avg', 'med', 'p(95)', 'p(99)', 'max'],
    ...tlsOptions(run),
    ...(managed ? {} : { thresholds: thresholdsOf(budgets) }),
  };
}
