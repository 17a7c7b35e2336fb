import type { RunFile } from '../results/run.ts';
import type { CriterionResult, Verdict } from '../results/verdict.ts';

export interface Judged {
  readonly criteria: readonly CriterionResult[];
  readonly invariants: readonly CriterionResult[];
  readonly validity: readonly CriterionResult[];
}

/**
 * One verdict for the run. Validity comes first: an unfit generator proves nothing. Then a failure, which stands however the run
 * ended; then what could not be shown; then what was cut short; then what is near a limit. Advisory statements have a vote only when
 * they fail. Without any statement with a vote there is nothing to pass.
 *
 * @param stopped whether the run ended before its time for a reason outside target and generator
 */
export function overall({ criteria, invariants, validity }: Judged, interruption: RunFile['interruption'], stopped: boolean): Verdict {
  const results = [...criteria, ...invariants];
  const voting = results.filter(({ advisory }) => advisory !== true);
  if (validity.some(({ verdict }) => verdict === 'INVALID')) return 'INVALID';
  const excused = validity.some(({ because }) => because === 'target-collapsed');
  if (interruption === 'target-died' || excused || results.some(({ verdict }) => verdict === 'FAIL')) return 'FAIL';
  if (voting.length === 0 || voting.some(({ verdict }) => verdict === 'INCONCLUSIVE')) return 'INCONCLUSIVE';
  if (interruption !== null || stopped) return 'INCONCLUSIVE';
  return [...voting, ...validity].some(({ verdict }) => verdict === 'WARN') ? 'WARN' : 'PASS';
}
