import type { FoldedRun } from '../../../models/measurement/folded-run.ts';
import type { AuditFile } from '../../../models/results/audit.ts';
import type { RunAccounts } from '../accounts/accounts.ts';
import type { OpenTarget } from '../open-target.ts';

/** Only a log that ends properly holds every attempt. */
export const isWhole = ({ ended, problems }: FoldedRun): boolean => ended !== 'cut' && problems.count === 0;

/** Compares what people were answered with the books of a service that surgeproof started; a target of a team's own has none: null. */
export async function auditBooks(
  audit: OpenTarget['audit'],
  folded: FoldedRun,
  { areNumbered, of }: RunAccounts,
  people: number,
): Promise<AuditFile> {
  const { head, journal, admissions } = folded;
  const file = { schema: 'surgeproof/audit', version: 1, ...(head === null ? {} : { startedAt: head.startedAt }) } as const;
  if (audit === null) return { ...file, done: true, reason: null, checks: [], unknownResolved: { charged: 0, notCharged: 0 } };
  return {
    ...file,
    ...(await audit({
      journal: [...journal],
      admissions: [...admissions],
      journalComplete: isWhole(folded),
      accounts: areNumbered ? null : ((await of?.(people)) ?? []),
      startedAt: head?.startedAt ?? null,
    })),
  };
}
