import type { CriterionResult, Verdict } from '../../../models/results/verdict.ts';
import { sayCount } from '../../../models/words/count.ts';
import { sayShare } from '../../../models/words/share.ts';
import { sayValue } from '../../../models/words/value.ts';
import { verdictMark } from '../../format/verdict-mark.ts';
import { criterionName } from './criterion-name.ts';

/** A criterion in words and digits for a table. */
export interface CriterionRow {
  readonly verdict: string;
  readonly name: string;
  readonly value: string;
  readonly limit: string;
  /** Distance to the limit. */
  readonly room: string;
  readonly samples: string;
  readonly interval: string;
  /** Why the value must be taken with care; empty otherwise. */
  readonly remark: string;
}

const REMARKS: Readonly<Record<NonNullable<CriterionResult['because']>, string>> = {
  'too-few-samples': 'few samples',
  'few-beyond-percentile': 'few samples',
  'interval-crosses-limit': 'interval crosses the limit',
  'near-limit': 'near the limit',
  'not-measured': 'not measured',
  'target-collapsed': 'caused by the target',
  unfinished: 'the run ended too early',
  'journal-incomplete': 'log not whole',
  'records-missing': 'records missing',
};

const OPERATORS = { '<=': '≤', '>=': '≥', '==': '=' } as const;
/** Beyond this many limits a percentage says nothing. */
const MOST_LIMITS = 10;

/** Values with their unit, the distance to the limit in percent of it. */
export function criterionRow(result: CriterionResult): CriterionRow {
  const { interval, unit, id } = result;
  const identity = id === 'validity.target-identity';
  return {
    verdict: verdictMark(result.verdict),
    name: criterionName(result),
    value: identity && result.value !== null ? (result.value === 1 ? 'yes' : 'no') : sayValue(result.value, unit),
    limit: identity ? 'yes' : `${OPERATORS[result.operator]} ${sayValue(result.limit, unit)}`,
    room: identity ? '–' : roomOf(result),
    samples: sayCount(result.samples),
    interval: interval ? `${sayValue(interval.low, unit)} to ${sayValue(interval.high, unit)}` : '–',
    remark: [result.advisory ? 'advisory' : '', result.because ? REMARKS[result.because] : ''].filter((word) => word !== '').join(', '),
  };
}

function roomOf({ margin, limit }: Pick<CriterionResult, 'margin' | 'limit'>): string {
  if (margin === null || limit === 0) return '–';
  return margin < 1 - MOST_LIMITS ? `over ${MOST_LIMITS} × the limit` : sayShare(margin);
}

const ORDER: readonly Verdict[] = ['INVALID', 'FAIL', 'INCONCLUSIVE', 'WARN', 'PASS'];

/** The worst first, then by how little room is left; advisories come last. */
export function byUrgency(results: readonly CriterionResult[]): CriterionResult[] {
  const room = (one: CriterionResult): number => one.margin ?? Number.NEGATIVE_INFINITY;
  const rank = (one: CriterionResult): number => (one.advisory ? ORDER.length : ORDER.indexOf(one.verdict));
  return [...results].sort((a, b) => rank(a) - rank(b) || room(a) - room(b));
}

/** The worst verdict of criteria that decide; null where there is none. */
export function worstOf(results: readonly CriterionResult[]): Verdict | null {
  const deciding = results.filter((one) => one.advisory !== true).map(({ verdict }) => verdict);
  return ORDER.find((verdict) => deciding.includes(verdict)) ?? null;
}

/** Criteria with a value, and those that were not measured: what nothing is known of must not fill a table. */
export function splitMeasured(results: readonly CriterionResult[]): { measured: CriterionResult[]; missing: CriterionResult[] } {
  return {
    measured: results.filter(({ because }) => because !== 'not-measured'),
    missing: results.filter(({ because }) => because === 'not-measured'),
  };
}
