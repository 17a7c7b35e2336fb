import { atLeastAsSlow } from '../../measurement/at-least-as-slow.ts';
import type { PackedCells } from '../../measurement/folded-run.ts';
import type { CriterionResult } from '../../results/verdict.ts';
import type { Evidence } from './evidence.ts';
import { judgeLatency, type LatencyLimits } from './judge-latency.ts';

const NO_LIMITS = { p50: null, p95: null, p99: null } as const;

/**
 * Judges the percentiles of a step together with the requests that the end of the run left without an answer, each as slow as it has
 * become. They can make a percentile larger and never smaller, so each percentile has a sample of its own.
 *
 * @param unfinished times so far, by second; empty in a run that came to its end
 */
export function judgeTimes(
  evidence: Evidence,
  unfinished: ReadonlyMap<number, PackedCells>,
  limits: LatencyLimits,
  seed: number,
): CriterionResult[] {
  if (unfinished.size === 0) return judgeLatency(evidence, limits, seed);
  const alone = (name: 'p50' | 'p95' | 'p99', q: number): CriterionResult[] =>
    judgeLatency(
      { ...evidence, seconds: atLeastAsSlow(evidence.seconds, unfinished, q) },
      { ...limits, ...NO_LIMITS, [name]: limits[name] },
      seed,
    );
  return [...alone('p50', 0.5), ...alone('p95', 0.95), ...alone('p99', 0.99)];
}
