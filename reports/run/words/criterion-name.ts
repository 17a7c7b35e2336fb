import type { CriterionResult } from '../../../models/results/verdict.ts';
import { shorten } from '../../format/shorten.ts';

/** Gates of the line in words that need no subject. */
const GATES: Readonly<Record<string, string>> = {
  maxInversionShare: 'share of people overtaken',
  minKendallTau: 'order of admission, Kendall τ',
  maxLostPlaces: 'places lost in line',
  maxAbandonedShare: 'share of people who left the line',
  minAnnouncedShare: 'share told the right wait',
};

const STATISTICS: Readonly<Record<string, string>> = { errorShare: 'failed share' };

/**
 * What a criterion is about, for a sentence or a table cell; names given by the target are cut, not trusted.
 * @example criterionName({ id: 'budgets.pay.p95', kind: 'latency', subject: 'pay', statistic: 'p95' }) // => 'pay p95'
 * @example criterionName({ id: 'validity.loop-lag', kind: 'validity', subject: 'generator', statistic: 'p99' }) // => 'loop lag, p99'
 * @example criterionName({ id: 'queue.maxLostPlaces', kind: 'queue', subject: 'places', statistic: 'maxLostPlaces' }) // => 'places lost in line'
 */
export function criterionName({ id, kind, subject, statistic }: Pick<CriterionResult, 'id' | 'kind' | 'subject' | 'statistic'>): string {
  const gate = GATES[statistic];
  if (kind === 'queue' && gate) return gate;
  const what = shorten(STATISTICS[statistic] ?? statistic, 60);
  // Several checks of the generator share a statistic: only their rule tells them apart.
  if (kind === 'validity') return `${shorten((id.split('.').at(-1) ?? id).replaceAll('-', ' '), 40)}, ${what}`;
  return `${shorten(subject, 60)} ${what}`;
}
