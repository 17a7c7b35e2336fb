import exec from 'k6/execution';
import { LEAD_MS } from './k6-options.ts';

/**
 * Unix time in milliseconds of second 0, the same for every VU: what was asked for, else the first whole second that leaves time to
 * begin after k6 starts its scenario.
 */
export function secondZero(asked: number | null): number {
  return asked ?? Math.ceil((exec.scenario.startTime + LEAD_MS) / 1000) * 1000;
}
