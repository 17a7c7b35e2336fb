import type { CriterionResult } from '../../../models/results/verdict.ts';
import { shorten } from '../../format/shorten.ts';

/** Statistics in words; percentiles are their own name. */
const STATISTICS: Readonly<Record<string, string>> = {
  errorShare: 'failed',
  served: 'reached the end',
  stretch: 'longest time over p95',
  burst: 'longest burst of errors',
};

type Named = Pick<CriterionResult, 'kind' | 'title' | 'statistic'>;

/**
 * What a criterion is about, for a sentence or a table cell; names given by the surge file or the target are cut, not trusted.
 * @example criterionName({ kind: 'latency', title: 'Pay', statistic: 'p95' }) // => 'Pay, p95'
 * @example criterionName({ kind: 'queue', title: 'Lost places in the queue', statistic: 'maxLostPlaces' }) // => 'Lost places in the queue'
 */
export function criterionName({ kind, title, statistic }: Named): string {
  // A rule of people or of the queue is its title; its statistic is an identifier.
  return kind === 'queue' || kind === 'people' || kind === 'recovery'
    ? shorten(title, 60)
    : `${shorten(title, 60)}, ${shorten(STATISTICS[statistic] ?? statistic, 60)}`;
}
