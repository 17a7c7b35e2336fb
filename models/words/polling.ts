import type { Polling } from '../results/polling.ts';

const BECAUSE: Readonly<Record<NonNullable<Polling['because']>, string>> = {
  asked: 'as --line asks',
  dialect: 'since the dialect of the waiting room does not say how a waiting answer looks',
  k6: 'since this k6 has no native line',
};

/**
 * Where people in the queue were polled, and why not in Go.
 *
 * @example sayPolling({ line: 'native', because: null }) // => 'in Go, by the native line'
 * @example sayPolling({ line: 'typescript', because: 'k6' }) // => 'in TypeScript, since this k6 has no native line'
 */
export function sayPolling({ line, because }: Polling): string {
  if (line === 'native') return 'in Go, by the native line';
  return because === null ? 'in TypeScript' : `in TypeScript, ${BECAUSE[because]}`;
}
