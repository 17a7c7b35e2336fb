import { at } from '../../../workload/checks/problem.ts';
import type { RetryPolicy } from '../../../workload/users/retry-policy.ts';
import { type Problems, readDuration, readDurationOrZero, readShare } from '../../units/read-units.ts';
import { sayDuration, sayShare } from '../../units/say-units.ts';
import { NO_RETRY } from '../built-in-defaults.ts';
import { readFields, readNumber } from '../values/read-values.ts';

const FIELDS = ['again', 'atMost', 'quick', 'slow'] as const;

function checkOrder(low: number, high: number, name: string, path: string, problems: Problems): void {
  if (high < low) problems.push({ path, message: `must be at least ${name} (${sayDuration(low)}), got ${sayDuration(high)}` });
}

/** What people do after a failed request; the default when it is left out. */
export function readRetry(value: unknown, usual: RetryPolicy, path: string, problems: Problems): RetryPolicy {
  if (value === undefined) return usual;
  if (value === 'none') return NO_RETRY;
  if (typeof value === 'string') {
    problems.push({ path, message: `must be none or an object with ${FIELDS.join(', ')}, got ${JSON.stringify(value)}` });
    return usual;
  }
  const fields = readFields(value, FIELDS, path, problems);
  if (fields === null) return usual;
  const [quickPath, slowPath] = [at(path, 'quick'), at(path, 'slow')];
  const quick = readFields(fields.quick, ['times', 'from', 'to'], quickPath, problems);
  const slow = readFields(fields.slow, ['median', 'p95'], slowPath, problems);
  const policy: RetryPolicy = {
    probability: readShare(fields.again, at(path, 'again'), problems),
    maxRetries: readNumber(fields.atMost, { least: 0, whole: true }, at(path, 'atMost'), problems),
    quickRetries: quick === null ? 0 : readNumber(quick.times, { least: 0, whole: true }, at(quickPath, 'times'), problems),
    quickLow: quick === null ? 0 : readDurationOrZero(quick.from, at(quickPath, 'from'), problems),
    quickHigh: quick === null ? 0 : readDurationOrZero(quick.to, at(quickPath, 'to'), problems),
    slowMedian: slow === null ? 0 : readDuration(slow.median, at(slowPath, 'median'), problems),
    slowP95: slow === null ? 0 : readDuration(slow.p95, at(slowPath, 'p95'), problems),
  };
  checkOrder(policy.quickLow, policy.quickHigh, 'from', at(quickPath, 'to'), problems);
  checkOrder(policy.slowMedian, policy.slowP95, 'median', at(slowPath, 'p95'), problems);
  return policy;
}

/** A retry policy in a few words. */
export function sayRetry({ probability, maxRetries }: RetryPolicy): string {
  return maxRetries === 0 ? 'people do not try again' : `${sayShare(probability)} of the people try again, at most ${maxRetries} times`;
}
