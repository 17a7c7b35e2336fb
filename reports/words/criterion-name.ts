import type { CriterionResult } from '../../models/results/verdict.ts';
import { shorten } from '../format/shorten.ts';

const STATISTICS: Readonly<Record<string, string>> = {
  errorShare: 'failed share',
  kendallTau: 'Kendall τ of the order',
  inversionShare: 'overtaken share',
  lostPlaces: 'lost places',
  abandonedShare: 'abandoned share',
  announcedShare: 'share told the right wait',
  announcedWithin: 'share told the right wait',
};

const spaced = (name: string): string =>
  name.replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`);

/**
 * What a criterion is about, for a sentence or a table cell; identifiers of the target are cut, not trusted.
 * @example criterionName({ subject: 'pay', statistic: 'p95' }) // => 'pay p95'
 * @example criterionName({ subject: 'queue', statistic: 'lostPlaces' }) // => 'queue lost places'
 */
export function criterionName({ subject, statistic }: Pick<CriterionResult, 'subject' | 'statistic'>): string {
  const what = STATISTICS[statistic] ?? spaced(statistic);
  return subject === statistic ? shorten(what, 60) : `${shorten(subject, 60)} ${shorten(what, 60)}`;
}
