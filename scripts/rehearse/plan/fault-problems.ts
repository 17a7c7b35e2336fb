import type { SurgeProfile } from '../../../models/workload/surge/surge.ts';
import type { ChosenTarget } from '../target/target-settings.ts';

/** What the target cannot do of a fault timeline, as sentences. */
export async function faultProblems({ faults = [] }: SurgeProfile, target: ChosenTarget): Promise<string[]> {
  const problems = faults.map(async ({ action }, i): Promise<string[]> => {
    if (action.kind === 'command') return [];
    if (target.kind !== 'service')
      return [`faults[${i}].kind: must be command for target ${target.name}, which surgeproof does not start, got ${action.kind}`];
    const { faultProblem } = await import('../../../reference-service/known-services.ts');
    const problem = await faultProblem(target.name, action);
    return problem === null ? [] : [`faults[${i}].${problem}`];
  });
  return (await Promise.all(problems)).flat();
}

/** Pairs of parts between which a run loses messages. */
export const partitionsIn = ({ faults = [] }: SurgeProfile): string[] => [
  ...new Set(faults.flatMap(({ action }) => (action.kind === 'partition' ? [action.between] : []))),
];
