import type { Reading } from './readings.ts';

/** A column whose values tell rows of the same time apart: channels, products, servers. */
export interface Category {
  readonly at: number;
  readonly values: readonly string[];
}

/** More values than this are no categories but an identifier. */
const MOST = 50;
/** A value with this name already holds the others. */
const TOTAL = /^(total|sum|all|overall|전체|합계|총계|총합|소계|계)$/i;
/** Statistics of one series are not its parts. */
const STATISTIC = /(^|[^a-z])(avg|average|mean|median|min|max|p\d{2,3}|percentile|stddev|평균|최대|최소|중앙값)([^a-z]|$)/i;

/**
 * The column by which rows of the same period differ; null when there is none.
 *
 * @param periods the period of each reading, as written
 * @param columns places that hold neither time nor demand
 */
export function categoryOf(
  readings: readonly Reading[],
  periods: readonly (number | string)[],
  columns: readonly number[],
): Category | null {
  for (const at of columns) {
    const values = [...new Set(readings.map(({ cells }) => cells[at] ?? ''))];
    if (values.length < 2 || values.length > MOST) continue;
    const pairs = new Set(readings.map(({ cells }, i) => `${periods[i]} ${cells[at] ?? ''}`));
    if (pairs.size === readings.length) return { at, values };
  }
  return null;
}

/** Why the rows of categories must not be added up; null when they may. */
export function notAddable(name: string, { values }: Category): string | null {
  const total = values.find((value) => TOTAL.test(value.trim()));
  if (total !== undefined)
    return `${name}: must not hold a total beside its parts when rows of one time are added up, got ${total}; keep either its rows or the others`;
  const statistic = values.find((value) => STATISTIC.test(value));
  if (statistic === undefined) return null;
  return `${name}: must hold parts that can be added up, got ${statistic.slice(0, 40)}, which is a statistic; keep the rows of one`;
}

const MOST_NAMED = 4;

/** "app and web of channel". */
export function namedValues(name: string, { values }: Category): string {
  const shown = values.slice(0, MOST_NAMED).map((value) => (value === '' ? 'nothing' : value.slice(0, 30)));
  const rest = values.length - shown.length;
  const list = rest > 0 ? `${shown.join(', ')} and ${rest} more` : `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]}`;
  return `${list} of ${name}`;
}
