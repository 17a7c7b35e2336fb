import type { CriterionResult } from '../../results/verdict.ts';
import { plural, sayCount } from '../../words/count.ts';
import { sayTime } from '../../words/duration.ts';
import { sayShare } from '../../words/share.ts';
import { sayValue } from '../../words/value.ts';
import { HEALTH_WORDS, type HealthName } from './health-words.ts';
import { QUEUE_WORDS, type QueueRule } from './queue-words.ts';

/** A clause as a sentence. */
export const sentence = (clause: string): string => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;

/** What was found and why it is no clear pass or failure, as one whole sentence. */
export const criterionSentence = (result: CriterionResult): string =>
  sentence(result.verdict === 'INCONCLUSIVE' ? openQuestion(result) : criterionClause(result));

/** What a criterion found, as a clause without its verdict: value and limit in words. */
export function criterionClause(result: CriterionResult): string {
  const { kind, title, statistic, value, limit, samples } = result;
  if (value === null) return notMeasured(result);
  switch (kind) {
    case 'latency':
      return `“${title}” took ${sayTime(value)} at ${statistic} (budget ${sayTime(limit)})`;
    case 'errors':
      return `${sayShare(value)} of ${plural(samples, 'attempt', 'attempts')} at “${title}” failed (budget ${sayShare(limit)})`;
    case 'journey':
      return statistic === 'served'
        ? `${sayShare(value)} of ${plural(samples, 'person', 'people')} completed the journey “${title}” (at least ${sayShare(limit)} required)`
        : `the journey “${title}” took ${sayTime(value)} at ${statistic} (budget ${sayTime(limit)})`;
    case 'invariant':
      return `the audit found ${plural(value, 'violation', 'violations')} of “${title}” in ${sayCount(samples)} examined`;
    default:
      return ruleClause(result, value);
  }
}

/** Criteria of the queue and of validity are made from these tables, so their rule is always in them. */
function ruleClause({ id, kind, statistic, unit, limit, samples }: CriterionResult, value: number): string {
  const words = kind === 'queue' ? QUEUE_WORDS[statistic as QueueRule] : HEALTH_WORDS[id.slice('validity.'.length) as HealthName];
  return words.clause(sayValue(value, unit), sayValue(limit, unit), samples);
}

function notMeasured({ kind, title, subject }: CriterionResult): string {
  switch (kind) {
    case 'latency':
      return `“${title}” was not measured: no request of this step was answered as expected in the judged phases`;
    case 'errors':
      return `“${title}” was not measured: no request of this step was made in the judged phases`;
    case 'journey':
      return `the journey “${title}” was not measured: no one completed it in the judged phases`;
    case 'invariant':
      return subject === 'audit' ? 'the audit was not done' : `the audit found nothing to examine for “${title}”`;
    default:
      return `“${title}” was not measured`;
  }
}

/** A criterion as a name: `the p95 of “Pay”`. */
function criterionName({ kind, title, statistic }: CriterionResult): string {
  if (kind === 'errors') return `the error share of “${title}”`;
  return kind === 'journey' ? `the ${statistic} of the journey “${title}”` : `the ${statistic} of “${title}”`;
}

/** Why a criterion shows neither a pass nor a failure, as a clause. */
function openQuestion(result: CriterionResult): string {
  const { because, samples, interval, unit, statistic } = result;
  if (because === 'too-few-samples') return `${criterionName(result)} has only ${plural(samples, 'sample', 'samples')}`;
  if (because === 'few-beyond-percentile') {
    return `${criterionName(result)} has only ${plural(samples, 'sample', 'samples')}, fewer than ten beyond ${statistic}`;
  }
  if (because === 'interval-crosses-limit' && interval !== null) {
    const [low, high] = [sayValue(interval.low, unit), sayValue(interval.high, unit)];
    return `${criterionClause(result)}, but its 95 % confidence interval reaches from ${low} to ${high}`;
  }
  return criterionClause(result);
}
