import type { CriterionResult } from '../../results/verdict.ts';
import { plural, sayCount } from '../../words/count.ts';
import { sayTime } from '../../words/duration.ts';
import { sayShare } from '../../words/share.ts';
import { sayValue } from '../../words/value.ts';
import { HEALTH_WORDS, type HealthName } from './health-words.ts';
import { PEOPLE_WORDS, type PeopleRule } from './people-words.ts';
import { QUEUE_WORDS, type QueueRule, type RuleWords } from './queue-words.ts';
import { NOT_RECOVERED, RECOVERY_WORDS, type RecoveryRule } from './recovery-words.ts';

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
      if (statistic === 'stretch')
        return `“${title}” was over its limit at p95 for ${sayTime(value)} without a break${limitAndPlace(result)}`;
      return `“${title}” took ${sayTime(value)} at ${statistic} (budget ${sayTime(limit)})`;
    case 'errors':
      if (statistic === 'burst')
        return `far too many attempts at “${title}” failed for ${sayTime(value)} without a break${limitAndPlace(result)}`;
      return `${sayShare(value)} of ${plural(samples, 'attempt', 'attempts')} at “${title}” failed (budget ${sayShare(limit)})`;
    case 'journey':
      return statistic === 'served'
        ? `${sayShare(value)} of ${plural(samples, 'person', 'people')} completed the journey “${title}” (at least ${sayShare(limit)} required)`
        : `the journey “${title}” took ${sayTime(value)} at ${statistic} (budget ${sayTime(limit)})`;
    case 'invariant':
      return `the audit found ${plural(value, 'violation', 'violations')} of “${title}” in ${sayCount(samples)} examined`;
    case 'idempotency':
      return value === 0
        ? `${plural(samples, 'double tap', 'double taps')} at “${title}” got the same answer twice`
        : `${sayCount(value)} of ${plural(samples, 'double tap', 'double taps')} at “${title}” got another answer the second time, although the key was the same`;
    default:
      return ruleClause(result, value);
  }
}

/** Of a time without a break: where it began, and how long it may be. */
const limitAndPlace = ({ second, limit }: CriterionResult): string =>
  `${second === undefined ? '' : `, from second ${sayCount(second)} on`} (at most ${sayTime(limit)} allowed)`;

/** Criteria of people, of the queue and of validity are made from these tables, so their rule is always in them. */
function ruleClause({ id, kind, statistic, unit, limit, samples }: CriterionResult, value: number): string {
  return wordsOf(kind, id, statistic).clause(sayValue(value, unit), sayValue(limit, unit), samples);
}

function wordsOf(kind: CriterionResult['kind'], id: string, statistic: string): RuleWords {
  if (kind === 'people') return PEOPLE_WORDS[statistic as PeopleRule];
  if (kind === 'recovery') return RECOVERY_WORDS[statistic as RecoveryRule];
  return kind === 'queue' ? QUEUE_WORDS[statistic as QueueRule] : HEALTH_WORDS[id.slice('validity.'.length) as HealthName];
}

function notMeasured({ kind, title, subject, because }: CriterionResult): string {
  switch (kind) {
    case 'latency':
      return `“${title}” was not measured: no request of this step was answered as expected in the judged phases`;
    case 'errors':
      return `“${title}” was not measured: no request of this step was made in the judged phases`;
    case 'journey':
      return `the journey “${title}” was not measured: no one completed it in the judged phases`;
    case 'people':
      return 'no one arrived';
    case 'recovery':
      return NOT_RECOVERED;
    case 'invariant':
      if (because === 'journal-incomplete') return `the audit could not check “${title}”: the measurement log is not whole`;
      if (because === 'records-missing') return `the audit could not check “${title}”: the records it needs are not there`;
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

const isFew = (because: CriterionResult['because']): boolean => because === 'too-few-samples' || because === 'few-beyond-percentile';

/** Why a criterion shows neither a pass nor a failure, as a clause. */
function openQuestion(result: CriterionResult): string {
  const { kind, because, samples, interval, unit, statistic, margin } = result;
  if (because === 'too-few-samples' && kind === 'people')
    return `${criterionClause(result)}: one person alone shows nothing in so small a run`;
  if (margin !== null && margin < 0 && isFew(because)) return `${criterionClause(result)}, with too few samples to be sure`;
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
