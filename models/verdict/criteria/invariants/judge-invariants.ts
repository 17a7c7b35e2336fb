import type { AuditFile } from '../../../results/audit.ts';
import type { CriterionResult } from '../../../results/verdict.ts';
import { exactCriterion } from '../../decision/exact-criterion.ts';

/**
 * The audit as criteria: a violation is a FAIL however few there are. An audit that was not done passes nothing, and neither does a check that
 * could not be made. A check that found nothing to look at is advisory, unless none of them found anything.
 *
 * @param audit null for a target without an audit: then there are no invariants
 */
export function judgeInvariants(audit: AuditFile | null): CriterionResult[] {
  if (audit === null) return [];
  if (!audit.done || audit.checks.length === 0) return [invariant('audit', null, 0)];
  const anything = audit.checks.some(({ examined }) => examined > 0);
  return audit.checks.map(({ name, examined, violations, notMade, lacks }): CriterionResult => {
    if (notMade !== undefined)
      return { ...invariant(name, null, 0), because: lacks === 'records' ? 'records-missing' : 'journal-incomplete' };
    if (examined > 0 || violations > 0) return invariant(name, violations, examined);
    return anything ? { ...invariant(name, null, 0), advisory: true } : invariant(name, null, 0);
  });
}

const invariant = (name: string, violations: number | null, samples: number): CriterionResult =>
  exactCriterion({
    id: `invariants.${name}`,
    kind: 'invariant',
    subject: name,
    title: titleOf(name),
    statistic: 'violations',
    value: violations,
    operator: '==',
    limit: 0,
    unit: 'count',
    samples,
  });

/** `no-double-charge` as `No double charge`. */
const titleOf = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`.replaceAll('-', ' ');
