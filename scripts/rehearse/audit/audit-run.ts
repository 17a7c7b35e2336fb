import { dirname } from 'node:path';
import type { FoldedRun } from '../../../models/measurement/folded-run.ts';
import type { AuditFile } from '../../../models/results/audit.ts';
import type { RunAccounts } from '../accounts/accounts.ts';
import type { OpenTarget } from '../open-target.ts';
import type { Plan } from '../plan/plan.ts';
import { auditRecords, type RecordsAudit } from './audit-records.ts';

const NOTHING: RecordsAudit = { checks: [], notes: [] };

/** Whether a run is compared with anything that its target keeps. */
export const isAudited = ({ configuration }: Plan, { audit }: OpenTarget): boolean =>
  audit !== null || configuration.surge.audit !== undefined;

const isWhole = ({ ended, problems }: FoldedRun): boolean => ended !== 'cut' && problems.count === 0;

/** The audit of a service that surgeproof started, in its own books; what a target of a team's own has is its records alone. */
async function auditBooks(audit: OpenTarget['audit'], folded: FoldedRun, { areNumbered, of }: RunAccounts, people: number) {
  if (audit === null) return { done: true, reason: null, checks: [], unknownResolved: { charged: 0, notCharged: 0 } };
  return audit({
    journal: [...folded.journal],
    admissions: [...folded.admissions],
    journalComplete: isWhole(folded),
    accounts: areNumbered ? null : ((await of?.(people)) ?? []),
    startedAt: folded.head?.startedAt ?? null,
  });
}

/** The records that the surge names, read while the service still answers. */
async function auditNamed(
  { configuration, surge, secrets }: Plan,
  { target, secure }: OpenTarget,
  folded: FoldedRun,
): Promise<RecordsAudit> {
  const spec = configuration.surge.audit;
  if (spec === undefined) return NOTHING;
  const since = new Date(folded.head?.startedAt ?? 0).toISOString();
  return auditRecords(spec, folded, isWhole(folded), { target, secure, secrets, folder: dirname(surge.file), since });
}

/** Compares what people were answered with what the service keeps. Only a log that ends properly holds every attempt. */
export async function auditRun(plan: Plan, target: OpenTarget, folded: FoldedRun): Promise<AuditFile> {
  const { head } = folded;
  const named = await auditNamed(plan, target, folded);
  const books = await auditBooks(target.audit, folded, plan.accounts, plan.needs.people);
  return {
    schema: 'surgeproof/audit',
    version: 1,
    ...(head === null ? {} : { startedAt: head.startedAt }),
    ...books,
    checks: [...books.checks, ...named.checks],
    ...(named.notes.length === 0 ? {} : { notes: named.notes }),
  };
}
