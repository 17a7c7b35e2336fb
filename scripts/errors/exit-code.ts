import type { Verdict } from '../../models/results/verdict.ts';

/** Every status the command line ends with. */
export const EXIT = {
  ok: 0,
  fail: 1,
  usage: 2,
  toolMissing: 3,
  inconclusive: 4,
  invalid: 5,
  targetNotAllowed: 6,
  bug: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const OF_VERDICT: Readonly<Record<Verdict, ExitCode>> = {
  PASS: EXIT.ok,
  WARN: EXIT.ok,
  FAIL: EXIT.fail,
  INCONCLUSIVE: EXIT.inconclusive,
  INVALID: EXIT.invalid,
};

/**
 * The status of a judged run; an interrupted one always says so, whatever its verdict.
 *
 * @example exitCodeOf('WARN', false) // => 0
 * @example exitCodeOf('PASS', true) // => 130
 */
export function exitCodeOf(verdict: Verdict, interrupted: boolean): ExitCode {
  return interrupted ? EXIT.interrupted : OF_VERDICT[verdict];
}
