import type { SurgeDefinition } from './surge-definition.ts';

/** A surge as a file exports it by default. */
export type Surge<Step extends string = string, Account = unknown> = SurgeDefinition<Step, Account>;

/** Checks the types of a surge: a wrong step, a wrong column or a missing share does not compile. Values are checked before a run. */
export function defineSurge<const Step extends string, Account = undefined>(
  definition: SurgeDefinition<Step, Account>,
): Surge<Step, Account> {
  return definition;
}
