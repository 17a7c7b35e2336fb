import type { CriterionResult } from '../../results/verdict.ts';

/**
 * A time in milliseconds as a person says it, three significant digits.
 *
 * @example sayTime(4800) // => '4.80 s'
 * @example sayTime(240) // => '240 ms'
 */
export function sayTime(ms: number): string {
  return ms >= 1_000 ? `${digits(ms / 1_000)} s` : `${digits(ms)} ms`;
}

/**
 * A share in percent, three significant digits, without needless zeros.
 *
 * @example sayShare(0.001) // => '0.1 %'
 */
export function sayShare(share: number): string {
  return `${Number((share * 100).toPrecision(3))} %`;
}

/**
 * A count with thousands separated.
 *
 * @example sayCount(41300) // => '41,300'
 */
export function sayCount(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/**
 * "1 seat", "2 seats".
 *
 * @example plural(2, 'person', 'people') // => '2 people'
 */
export function plural(count: number, one: string, many: string): string {
  return `${sayCount(count)} ${count === 1 ? one : many}`;
}

/** A value of a criterion in its unit. */
export function sayValue(value: number, unit: CriterionResult['unit']): string {
  if (unit === 'ms') return sayTime(value);
  if (unit === 'share') return sayShare(value);
  return unit === 'ratio' ? value.toFixed(4) : sayCount(value);
}

/** Three significant digits, thousands in full. */
const digits = (value: number): string => (value >= 100 ? sayCount(value) : value.toPrecision(3));
