import type { CriterionResult } from '../../results/verdict.ts';
import { plural, sayCount, sayShare, sayTime, sayValue } from './numbers.ts';
import { stepWords } from './step-words.ts';

const QUEUE: Readonly<Record<string, (value: string, limit: string, samples: number) => string>> = {
  maxInversionShare: (value, limit, n) =>
    `${value} of ${plural(n, 'person', 'people')} let in were overtaken by somebody behind them (limit ${limit})`,
  minKendallTau: (value, limit) => `the line kept its order with a Kendall τ of ${value} (at least ${limit})`,
  maxLostPlaces: (value, limit) => `the waiting room forgot ${value} places in line (limit ${limit})`,
  maxAbandonedShare: (value, limit) => `${value} of the people in line left before they were let in (limit ${limit})`,
  minAnnouncedShare: (value, limit) => `the announced wait came true for ${value} of the people (at least ${limit})`,
};

const VALIDITY: Readonly<Record<string, (value: string, limit: string, samples: number) => string>> = {
  'target-identity': () => 'the target did not say it is the one named',
  'generator-finished': () => 'k6 died before the run was over',
  hosts: (value, limit) => `only ${value} of ${limit} VUs wrote a measurement`,
  cpu: (value, limit) => `k6 kept ${value} of the machine’s cores busy (limit ${limit})`,
  'loop-lag': (value, limit) => `k6’s event loop was ${value} late at p99 (limit ${limit})`,
  'silent-seconds': (value, limit, n) =>
    `not every VU wrote its measurements in ${value} of ${plural(n, 'second', 'seconds')} (limit ${limit})`,
  'measurement-log': (value, limit, n) =>
    `${value} of ${plural(n, 'line', 'lines')} of the measurement log could not be read (limit ${limit})`,
  'users-accounted': (value) => `${value} users are not accounted for`,
  'arrivals-started': (value, limit, n) =>
    `only ${value} of ${plural(n, 'scheduled arrival', 'scheduled arrivals')} were started (${limit} needed)`,
  'on-time-starts': (value, limit) => `only ${value} of the arrivals started within 25 ms of their time (${limit} needed)`,
  'start-lag': (value, limit) => `arrivals started ${value} late at p99 (limit ${limit})`,
  'open-files': (value, limit) => `k6 used ${value} of its open files (limit ${limit})`,
};

/** What a criterion found, as a clause without its verdict: value and limit in words. */
export function criterionClause(result: CriterionResult): string {
  const { kind, subject, statistic, value, limit, unit, samples } = result;
  if (value === null) return `${criterionName(result)} was not measured`;
  if (kind === 'latency') return `${stepWords(subject)} took ${sayTime(value)} at ${statistic} (budget ${sayTime(limit)})`;
  if (kind === 'errors')
    return `${sayShare(value)} of ${sayCount(samples)} attempts at ${stepWords(subject)} failed (budget ${sayShare(limit)})`;
  if (kind === 'invariant') return `the audit found ${plural(value, 'violation', 'violations')} of ${subject}`;
  const clause = (kind === 'queue' ? QUEUE : VALIDITY)[result.id.slice(result.id.indexOf('.') + 1)]!;
  return clause(sayValue(value, unit), sayValue(limit, unit), samples);
}

/** A criterion as a name: "payment approval at p95". */
function criterionName({ id, kind, subject, statistic }: CriterionResult): string {
  if (kind === 'latency') return `${stepWords(subject)} at ${statistic}`;
  if (kind === 'errors') return `the error share of ${stepWords(subject)}`;
  if (kind === 'invariant') return subject === 'audit' ? 'the audit of the ledger' : `the invariant ${subject}`;
  return id.slice(id.indexOf('.') + 1);
}

/** Why a criterion shows neither a pass nor a failure. */
export function openQuestion(result: CriterionResult): string {
  const { because, samples, interval, unit, statistic } = result;
  if (because === 'too-few-samples') return `${criterionName(result)} has only ${plural(samples, 'sample', 'samples')}`;
  if (because === 'few-beyond-percentile') {
    return `${criterionName(result)} has only ${plural(samples, 'sample', 'samples')}, fewer than ten beyond ${statistic}`;
  }
  if (because === 'interval-crosses-limit' && interval !== null) {
    return `${criterionClause(result)}, but with 95 % confidence it lies anywhere from ${sayValue(interval.low, unit)} to ${sayValue(interval.high, unit)}`;
  }
  return criterionClause(result);
}
