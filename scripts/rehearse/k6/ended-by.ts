import type { Interruption } from '../../../models/results/run.ts';
import type { K6End } from './k6-process.ts';

/** How k6 ended, as far as it did so by itself. */
export interface OwnEnd {
  /** null: at the end of the run. */
  readonly interruption: Interruption | null;
  /** One sentence on why; null when it ran to its end. */
  readonly detail: string | null;
  /** First line of the Go panic that ended it; null without one. */
  readonly panic: string | null;
}

/** How Go begins its last words: a mistake in a program; what nothing can catch, such as no memory left; and a panic that k6 itself caught. */
const LAST_WORDS = /^(?:panic|fatal error|unexpected k6 panic): \S/;
/** Characters of them that are kept; the whole stands in k6.log. */
const MOST = 200;
/** The status with which Go ends a program that panics, and that of k6 when it caught the panic; with any other, such a line was printed by a surge file. */
const AFTER_PANIC: readonly (number | null)[] = [2, 109];

/**
 * The reason for which Go ends a program, from a line that it prints; null for any other line, such as those of the stacks behind it.
 *
 * @example panicOf('panic: runtime error: index out of range [5] with length 3') // => 'panic: runtime error: index out of range [5] with length 3'
 * @example panicOf('goroutine 1 [running]:') // => null
 */
export function panicOf(line: string): string | null {
  return LAST_WORDS.test(line) ? line.slice(0, MOST).trimEnd() : null;
}

/** @param lastPanic the last line of k6 that began as a panic does */
export function endedBy({ code, signal }: K6End, lastPanic: string | null): OwnEnd {
  if (code === 0) return { interruption: null, detail: null, panic: null };
  const detail = `k6 ended with ${signal ?? `code ${code}`} before the run was over; see k6.log.`;
  return { interruption: 'generator-died', detail, panic: AFTER_PANIC.includes(code) ? lastPanic : null };
}

/** How a run ended that was perhaps asked to stop before. A panic outweighs that: what k6 would have written last is lost. */
export function endOf(stopping: OwnEnd | null, own: OwnEnd): OwnEnd {
  return own.panic === null ? (stopping ?? own) : own;
}
