import type { Verdict } from '../../models/results/verdict.ts';

/** A shape for each verdict, so that it can be read without colour. */
const MARKS: Readonly<Record<Verdict, string>> = { PASS: '✓', WARN: '!', FAIL: '✗', INCONCLUSIVE: '?', INVALID: '∅' };

/**
 * Shape and word of a verdict.
 * @example verdictMark('FAIL') // => '✗ FAIL'
 */
export function verdictMark(verdict: Verdict): string {
  return `${MARKS[verdict]} ${verdict}`;
}
