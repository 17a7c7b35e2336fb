import type { Reading } from './readings.ts';

/** Columns whose values tell rows of the same time apart: channels, products, servers; or several of them together. */
export interface Category {
  readonly at: readonly number[];
  readonly values: readonly string[];
  /** The cells of each column. */
  readonly cells: readonly string[];
}

/** More values than this are no categories but an identifier. */
const MOST = 50;
/** A value with this name already holds the others. */
const TOTAL = /^(total|sum|all|overall|전체|합계|총계|총합|소계|계)$/i;
/** Statistics of one series are not its parts. */
const STATISTIC = /(^|[^a-z])(avg|average|mean|median|min|max|p\d{2,3}|percentile|stddev|평균|최대|최소|중앙값)([^a-z]|$)/i;

/**
 * The column by which rows of the same period differ, or all of them together; null when there is none.
 *
 * @param periods the period of each reading, as written
 * @param columns places that hold neither time nor demand
 */
export function categoryOf(
  readings: readonly Reading[],
  periods: readonly (number | string)[],
  columns: readonly number[],
): Category | null {
  const telling = columns.filter((at) => {
    const count = new Set(readings.map(({ cells }) => cells[at] ?? '')).size;
    return count > 1 && count <= MOST;
  });
  const together = telling.length > 1 ? [telling] : [];
  for (const at of [...telling.map((one) => [one]), ...together]) {
    const nameOf = ({ cells }: Reading): string => at.map((one) => cells[one] ?? '').join(' ');
    const rows = new Set(readings.map((reading, i) => `${periods[i]} ${nameOf(reading)}`));
    if (rows.size === readings.length)
      return {
        at,
        values: [...new Set(readings.map(nameOf))],
        cells: [...new Set(at.flatMap((one) => readings.map(({ cells }) => cells[one] ?? '')))],
      };
  }
  return null;
}

/** Why the rows of categories must not be added up; null when they may. */
export function notAddable(name: string, { cells }: Category): string | null {
  const total = cells.find((value) => TOTAL.test(value.trim()));
  if (total !== undefined)
    return `${name}: must not hold a total beside its parts when rows of one time are added up, got ${total}; keep either its rows or the others`;
  const statistic = cells.find((value) => STATISTIC.test(value));
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
