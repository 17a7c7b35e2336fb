import type { CriterionResult } from '../../results/verdict.ts';
import { isUnservedRule } from './people-words.ts';

const PERCENTILE_ORDER = ['p95', 'p99', 'p50', 'stretch'];
/** From this share on, failing requests matter more than slow ones. */
const MANY_ERRORS = 0.05;

/**
 * Criteria that ended with a verdict, the most important first: broken invariants, steps that fail in numbers, people who were not
 * served, latency, the rest; then by how far the limit was missed. A step is named once for its latency, by the percentile people
 * agree on (p95) where that is among them, and once only when it was never made.
 */
export function mostImportant(results: readonly CriterionResult[], verdict: CriterionResult['verdict']): CriterionResult[] {
  const hit = results.filter((result) => result.verdict === verdict);
  const once = hit.filter((result) =>
    isLatency(result) ? result === preferred(hit, result) && !isNeverMade(hit, result) : !isSaidByShare(hit, result),
  );
  return once.sort((a, b) => rank(a) - rank(b) || overrun(b) - overrun(a));
}

const isLatency = ({ unit, kind }: CriterionResult): boolean => unit === 'ms' && kind !== 'errors';

function preferred(results: readonly CriterionResult[], { kind, subject }: CriterionResult): CriterionResult | undefined {
  const same = results.filter((result) => isLatency(result) && result.kind === kind && result.subject === subject);
  return same.sort((a, b) => PERCENTILE_ORDER.indexOf(a.statistic) - PERCENTILE_ORDER.indexOf(b.statistic))[0];
}

/** A step without any attempt has no error share either, which says it. */
const isNeverMade = (results: readonly CriterionResult[], { subject }: CriterionResult): boolean =>
  results.some((other) => other.kind === 'errors' && other.subject === subject && other.value === null);

/** A burst of a step whose errors are too many over the whole run needs no word of its own. */
const isSaidByShare = (results: readonly CriterionResult[], { kind, statistic, subject }: CriterionResult): boolean =>
  statistic === 'burst' && results.some((other) => other.kind === kind && other.subject === subject && other.statistic === 'errorShare');

function rank({ id, kind, value, statistic }: CriterionResult): number {
  if (kind === 'invariant' || kind === 'idempotency') return 0;
  if (statistic === 'burst') return 1;
  if (kind === 'errors') return (value ?? 0) >= MANY_ERRORS ? 1 : 4;
  // A part of the people comes after all of them, unless somebody set its limit.
  if (isUnservedRule(statistic)) return statistic === 'servedEarly' || id.startsWith('defaults.') ? 3 : 2;
  return kind === 'latency' || kind === 'journey' ? 3 : 4;
}

/** How far beyond the limit, as a share of it; what has no value comes last. */
const overrun = ({ margin }: CriterionResult): number => (margin === null ? Number.NEGATIVE_INFINITY : -margin);
