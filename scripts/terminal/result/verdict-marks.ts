import type { Verdict } from '../../../models/results/verdict.ts';
import type { Colour } from '../paint.ts';

/** How a verdict looks in a terminal. */
export const VERDICT_MARKS: Readonly<Record<Verdict, string>> = { PASS: '✓', WARN: '!', FAIL: '✗', INCONCLUSIVE: '?', INVALID: '∅' };
export const VERDICT_COLOURS: Readonly<Record<Verdict, Colour>> = {
  ...{ PASS: 'green', WARN: 'yellow', FAIL: 'red', INCONCLUSIVE: 'grey', INVALID: 'red' },
};
