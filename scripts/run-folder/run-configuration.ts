import { fieldsOf } from '../../models/workload/checks/problem.ts';
import { validateBudgets, validateQueueGates } from '../../models/workload/checks/validate-budgets.ts';
import { validateProfile } from '../../models/workload/checks/validate-profile.ts';
import { validateSurge } from '../../models/workload/checks/validate-surge.ts';
import type { Budgets, QueueGates } from '../../models/workload/surge/budget.ts';
import type { Surge, SurgeProfile } from '../../models/workload/surge/surge.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';

/** What was in force in a run; stored whole in its manifest. */
export interface RunConfiguration {
  readonly surge: Surge;
  /** The profile that ran: one of the surge's, or one given in its place. */
  readonly profile: SurgeProfile;
  readonly budgets: Budgets;
  readonly queue: QueueGates;
}

/** Sentences about everything that is wrong with a configuration; empty for a sound one. */
export function configurationProblems(value: unknown): string[] {
  const fields = fieldsOf(value) ?? {};
  const problems = [
    ...validateSurge(fields.surge, 'surge'),
    ...validateProfile(fields.profile, 'profile'),
    ...validateBudgets(fields.budgets),
    ...validateQueueGates(fields.queue),
  ];
  return problems.map(({ path, message }) => `${path}: ${message}`);
}

/** The configuration of a manifest that was read back. */
export function checkedConfiguration(file: string, value: unknown): RunConfiguration {
  const problems = configurationProblems(value);
  if (problems.length > 0) throw new SurgeproofError('unreadable-file', { file, problems });
  return value as RunConfiguration;
}
