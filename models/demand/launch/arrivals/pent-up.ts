import type { Closure } from '../launch-event.ts';

/**
 * Number of additional people after a closure: of all people held back, those who still need the service, times the share of them that
 * returns.
 *
 *   u·r·H/ln 2·(1 − 2^(−d/H))
 *
 *   u  people a day    r  share that returns    d  days closed    H  days after which half no longer need it
 *
 * The integral of the demand of each closed day, halving every H days until the doors open. Valid for a constant usual demand.
 * @example pentUpDemand({ days: 7, usualPerDay: 1000, returning: 0.5, halfLifeDays: 7 }) // => 2524.7
 */
export function pentUpDemand({ days, usualPerDay, returning, halfLifeDays }: Closure): number {
  const decay = Math.LN2 / halfLifeDays;
  return ((usualPerDay * returning) / decay) * -Math.expm1(-decay * days);
}
