import exec from 'k6/execution';
import type { EngineRun } from '../../models/workload/surge/run-configuration.ts';

/** What takes the place of the options in a script: flags of `k6 run`, and variables of its environment. */
const REMEDY =
  'leave out --vus, --iterations, --duration, --stage and --blacklist-ip, and unset K6_VUS, K6_ITERATIONS, K6_DURATION, K6_STAGES and K6_BLACKLIST_IPS';

/**
 * Why a script that runs without surgeproof must not send anything: flags or the environment changed which addresses it may reach, or how
 * many people come. Null when its options hold.
 */
export function changedOptions({ guard, configuration }: Pick<EngineRun, 'guard' | 'configuration'>): string | null {
  if (guard === undefined) return null;
  const { blacklistIPs, scenarios } = exec.test.options;
  const blocked = new Set<unknown>(blacklistIPs ?? []);
  if (guard.blocked.some((range) => !blocked.has(range))) return `blacklistIPs: must be the list in the script, got another one; ${REMEDY}`;
  const { surge, profile } = configuration;
  const own = scenarios?.[surge.name];
  const holds = own?.executor === 'per-vu-iterations' && own.vus === profile.hosts && own.iterations === 1;
  if (holds && Object.keys(scenarios ?? {}).length === 1) return null;
  return `scenarios: must be the one in the script, got another one; ${REMEDY}`;
}
