import type { FoldedRun } from '../../models/measurement/folded-run.ts';
import type { AuditFile } from '../../models/results/audit.ts';
import type { RunAccounts } from './accounts/accounts.ts';
import type { OpenTarget } from './open-target.ts';

/** Compares what people were answered with what the service keeps. Only a log that ends properly holds every attempt. */
export async function auditRun(
  audit: NonNullable<OpenTarget['audit']>,
  { head, journal, admissions, ended, problems }: FoldedRun,
  { areNumbered, of }: RunAccounts,
  people: number,
): Promise<AuditFile> {
  const journalComplete = ended !== 'cut' && problems.count === 0;
  return {
    schema: 'surgeproof/audit',
    version: 1,
    ...(head === null ? {} : { startedAt: head.startedAt }),
    ...(await audit({
      journal: [...journal],
      admissions: [...admissions],
      journalComplete,
      accounts: areNumbered ? null : ((await of?.(people)) ?? []),
      startedAt: head?.startedAt ?? null,
    })),
  };
}
