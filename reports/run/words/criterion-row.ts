import type { CriterionResult } from '../../../models/results/verdict.ts';
import { percentNumber, threeDigits, trimmed, whole } from '../../format/number.ts';
import { verdictMark } from '../../format/verdict-mark.ts';
import { criterionName } from './criterion-name.ts';

/** A criterion in words and digits for a table; the unit stands in a column of its own. */
export interface CriterionRow {
  readonly verdict: string;
  readonly name: string;
  readonly value: string;
  readonly limit: string;
  readonly unit: string;
  readonly margin: string;
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
  'target-collapsed': 'the target collapsed',
};

const UNITS: Readonly<Record<CriterionResult['unit'], string>> = { ms: 'ms', share: '%', count: '', ratio: '', KRW: '₩' };
const OPERATORS = { '<=': '≤', '>=': '≥', '==': '=' } as const;

/** Ratios near 1 (rank correlations) need more than three digits to be told from their limit. */
function digits(value: number | null, unit: CriterionResult['unit']): string {
  if (unit === 'share') return percentNumber(value);
  if (unit === 'ratio' && value !== null && value > 0.99 && value < 1) return value.toFixed(5);
  return unit === 'count' || unit === 'KRW' ? whole(value) : threeDigits(value);
}

/** Values in the unit of the row, margin in percent of the limit. */
export function criterionRow(result: CriterionResult): CriterionRow {
  const { interval, unit, margin } = result;
  return {
    verdict: verdictMark(result.verdict),
    name: criterionName(result),
    value: digits(result.value, unit),
    limit: `${OPERATORS[result.operator]} ${trimmed(unit === 'share' ? result.limit * 100 : result.limit)}`,
    unit: UNITS[unit],
    margin: margin === null ? '–' : percentNumber(margin),
    samples: whole(result.samples),
    interval: interval ? `${digits(interval.low, unit)} to ${digits(interval.high, unit)}` : '–',
    remark: [result.advisory ? 'no vote' : '', result.because ? REMARKS[result.because] : ''].filter((word) => word !== '').join(', '),
  };
}

const ORDER: readonly CriterionResult['verdict'][] = ['FAIL', 'INVALID', 'INCONCLUSIVE', 'WARN', 'PASS'];

/** Failing first, then by how little room is left; what has no vote comes last. */
export function byUrgency(results: readonly CriterionResult[]): CriterionResult[] {
  const room = (one: CriterionResult): number => one.margin ?? Number.NEGATIVE_INFINITY;
  const rank = (one: CriterionResult): number => (one.advisory ? ORDER.length : ORDER.indexOf(one.verdict));
  return [...results].sort((a, b) => rank(a) - rank(b) || room(a) - room(b));
}
