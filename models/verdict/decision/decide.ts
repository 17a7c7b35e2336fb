import type { Because, CriterionResult, Interval, Verdict } from '../../results/verdict.ts';

/**
 * A pass is a WARN when less than this share of the limit is left. 10 %: runs of the same service on the same machine differ by about
 * as much, so the next run may well be on the other side.
 */
const NEAR_LIMIT = 0.1;

export interface Decision {
  readonly verdict: Verdict;
  readonly because?: Because;
}

/** Whether a value keeps its limit. */
export function holds(value: number, operator: CriterionResult['operator'], limit: number): boolean {
  if (operator === '==') return value === limit;
  return operator === '<=' ? value <= limit : value >= limit;
}

/**
 * Room to the limit as a share of it: positive inside, negative outside. Against a limit of 0 only the side is known: 0 or −1.
 *
 * @example marginOf(900, '<=', 1000) // => 0.1
 */
export function marginOf(value: number, operator: CriterionResult['operator'], limit: number): number {
  if (limit === 0) return holds(value, operator, limit) ? 0 : -1;
  const room = operator === '>=' ? value - limit : limit - value;
  return operator === '==' ? -Math.abs(room / limit) : room / limit;
}

/**
 * Judges a count that is exact, not a sample. For a lower limit on a share, what is near is measured against the room up to 1.
 *
 * @example decideExact(0.95, '<=', 1).verdict // => 'WARN'
 */
export function decideExact(value: number, operator: CriterionResult['operator'], limit: number): Decision {
  if (!holds(value, operator, limit)) return { verdict: 'FAIL' };
  const near =
    operator === '<=' ? limit > 0 && value > limit * (1 - NEAR_LIMIT) : operator === '>=' && value < limit + NEAR_LIMIT * (1 - limit);
  return near ? { verdict: 'WARN', because: 'near-limit' } : { verdict: 'PASS' };
}

/**
 * Judges a measured value that must not exceed a limit, knowing its 95 % interval. Noise counts against a pass as far as it is larger
 * than the margin: with the interval over the limit by less than the value stays under it, a pass with a warning; by more, nothing is
 * shown either way. Tightening the limit only ever moves the verdict from PASS over WARN and INCONCLUSIVE to FAIL.
 *
 * @example decideNoisy(900, 1000, { low: 800, high: 1050, confidence: 0.95 }).verdict // => 'WARN'
 * @example decideNoisy(990, 1000, { low: 800, high: 1050, confidence: 0.95 }).verdict // => 'INCONCLUSIVE'
 */
export function decideNoisy(value: number, limit: number, interval: Interval): Decision {
  if (interval.low > limit) return { verdict: 'FAIL' };
  if (value > limit || interval.high - limit > limit - value) return { verdict: 'INCONCLUSIVE', because: 'interval-crosses-limit' };
  if (interval.high > limit) return { verdict: 'WARN', because: 'interval-crosses-limit' };
  return decideExact(value, '<=', limit);
}
