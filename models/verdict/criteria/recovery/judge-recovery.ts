import type { FaultsSummary } from '../../../results/faults.ts';
import type { CriterionResult } from '../../../results/verdict.ts';
import type { RecoveryLimit } from '../../../workload/surge/fault.ts';
import { exactCriterion } from '../../decision/exact-criterion.ts';
import type { JudgeInput } from '../../judge-input.ts';
import { RECOVERY_WORDS } from '../../words/recovery-words.ts';

/**
 * Judges that every fault was there as planned, and, where the profile sets a limit, how long after the last one people were served again.
 * This is all that the judgement knows of faults: budgets are kept or broken whatever the reason.
 */
export function judgeRecovery({ run, configuration }: JudgeInput): CriterionResult[] {
  const { faults } = run;
  const { recovery } = configuration.profile;
  if (faults === undefined) return [];
  const missing = faults.effects.filter(({ wasDone, problem }) => !wasDone || problem !== null).length;
  const base = { kind: 'recovery', subject: 'faults', samples: faults.effects.length } as const;
  const done = exactCriterion(
    {
      ...base,
      id: 'faults.done',
      title: RECOVERY_WORDS.done.title,
      statistic: 'done',
      value: missing,
      operator: '==',
      limit: 0,
      unit: 'count',
    },
    missing === 0 ? undefined : { verdict: 'INCONCLUSIVE' },
  );
  if (recovery === undefined) return [done];
  const { recoveredAfter, requestsAfter } = faults;
  const never = recoveredAfter === null && missing === 0 && requestsAfter * (1 - recovery.success) >= 1;
  const recovered = exactCriterion(
    {
      ...{ ...base, id: 'recovery.within', title: RECOVERY_WORDS.recovery.title, statistic: 'recovery', operator: '<=', unit: 'ms' },
      value: recoveredAfter === null ? null : 1_000 * recoveredAfter,
      limit: 1_000 * recovery.withinSeconds,
      samples: requestsAfter,
    },
    // The run was long enough to see it, and did not.
    never ? { verdict: 'FAIL' } : undefined,
  );
  return [done, recovered, ...judgeFailFast(faults, recovery)];
}

/** Nothing failed: nobody waited in vain. */
function judgeFailFast({ effects }: FaultsSummary, { failFast: limit }: RecoveryLimit): CriterionResult[] {
  if (limit === undefined) return [];
  const value = Math.max(0, ...effects.map(({ failureP95 }) => failureP95 ?? 0));
  const samples = effects.reduce((sum, { steps }) => sum + steps.reduce((all, { failed }) => all + failed, 0), 0);
  const { title } = RECOVERY_WORDS.failFast;
  const statement = {
    kind: 'recovery',
    subject: 'faults',
    title,
    statistic: 'failFast',
    value,
    operator: '<=',
    limit,
    unit: 'ms',
  } as const;
  return [exactCriterion({ id: 'recovery.failFast', ...statement, samples })];
}
