import type { CriterionResult } from '../../results/verdict.ts';

const PERCENTILE_ORDER = ['p95', 'p99', 'p50'];
/** From this share on, failing requests matter more than slow ones. */
const MANY_ERRORS = 0.05;

/**
 * Criteria that ended with a verdict, the most important first: broken invariants, then steps that fail in numbers, then by how far
 * the limit was missed. A step is named once for its latency, by the percentile people agree on (p95) where that is among them.
 */
export function mostImportant(results: readonly CriterionResult[], verdict: CriterionResult['verdict']): CriterionResult[] {
  const hit = results.filter((result) => result.verdict === verdict);
  const once = hit.filter((result) => result.kind !== 'latency' || result === preferred(hit, result.subject));
  return once.sort((a, b) => rank(a) - rank(b) || overrun(b) - overrun(a));
}

function preferred(results: readonly CriterionResult[], subject: string): CriterionResult | undefined {
  const ofStep = results.filter((result) => result.kind === 'latency' && result.subject === subject);
  return ofStep.sort((a, b) => PERCENTILE_ORDER.indexOf(a.statistic) - PERCENTILE_ORDER.indexOf(b.statistic))[0];
}

function rank({ kind, value }: CriterionResult): number {
  if (kind === 'invariant') return 0;
  if (kind === 'errors') return (value ?? 0) >= MANY_ERRORS ? 1 : 3;
  return kind === 'latency' ? 2 : 3;
}

/** How far beyond the limit, as a share of it; what has no value comes last. */
const overrun = ({ margin }: CriterionResult): number => (margin === null ? Number.NEGATIVE_INFINITY : -margin);
