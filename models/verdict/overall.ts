import type { RunFile } from '../results/run.ts';
import type { CriterionResult, Verdict } from '../results/verdict.ts';

export interface Judged {
  readonly criteria: readonly CriterionResult[];
  readonly invariants: readonly CriterionResult[];
  readonly validity: readonly CriterionResult[];
}

/** Criteria that count for the verdict also when they could not be judged. */
export const binding = (results: readonly CriterionResult[]): CriterionResult[] => results.filter(({ advisory }) => advisory !== true);

/** Percentiles and error shares that somebody asked for; a stretch without any failure says little. */
export const isBudget = ({ id, kind, statistic }: CriterionResult): boolean =>
  id.startsWith('defaults.')
    ? false
    : kind === 'latency' || kind === 'errors'
      ? statistic !== 'stretch' && statistic !== 'burst'
      : kind === 'journey' && statistic !== 'served';

/**
 * Whether latency or errors were judged at all: without them a run shows nothing about the service. Where a surge limits neither, the
 * people who completed a journey have to do.
 */
export function judgesTheService({ criteria }: Pick<Judged, 'criteria'>): boolean {
  const budgets = criteria.filter(isBudget);
  if (budgets.length > 0) return binding(budgets).length > 0;
  return binding(criteria).some(({ kind, id }) => kind === 'journey' && !id.startsWith('defaults.'));
}

/**
 * One verdict for the run. Validity comes first: an unfit generator proves nothing. Then a failure, which stands however the run
 * ended; then what could not be shown; then what was cut short; then what is near a limit. An advisory criterion counts only when it
 * fails. A run of which no latency or error criterion could be judged does not pass.
 *
 * @param stopped whether the run ended before its time for a reason outside target and generator
 */
export function overall(judged: Judged, interruption: RunFile['interruption'], stopped: boolean): Verdict {
  const { criteria, invariants, validity } = judged;
  const results = [...criteria, ...invariants];
  if (validity.some(({ verdict }) => verdict === 'INVALID')) return 'INVALID';
  const excused = validity.some(({ because }) => because === 'target-collapsed');
  if (interruption === 'target-died' || excused || results.some(({ verdict }) => verdict === 'FAIL')) return 'FAIL';
  const deciding = binding(results);
  if (!judgesTheService(judged) || [...deciding, ...validity].some(({ verdict }) => verdict === 'INCONCLUSIVE')) return 'INCONCLUSIVE';
  if (interruption !== null || stopped) return 'INCONCLUSIVE';
  return [...deciding, ...validity].some(({ verdict }) => verdict === 'WARN') ? 'WARN' : 'PASS';
}
