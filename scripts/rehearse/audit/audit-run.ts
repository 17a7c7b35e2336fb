import { dirname } from 'node:path';
import type { FoldedRun } from '../../../models/measurement/folded-run.ts';
import type { AuditFile } from '../../../models/results/audit.ts';
import type { OpenTarget } from '../open-target.ts';
import type { Plan } from '../plan/plan.ts';
import { auditBooks, isWhole } from './audit-books.ts';
import { auditRecords, type RecordsAudit } from './audit-records.ts';

const NOTHING: RecordsAudit = { checks: [], notes: [] };

/** Whether a run is compared with anything that its target keeps. */
export const isAudited = ({ configuration }: Plan, { audit }: OpenTarget): boolean =>
  audit !== null || configuration.surge.audit !== undefined;

/** The records that the surge names. */
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

/** Compares what people were answered with what the service keeps: the records that the surge names, then the service's own books, whose audit ends it. */
export async function auditRun(plan: Plan, target: OpenTarget, folded: FoldedRun): Promise<AuditFile> {
  const named = await auditNamed(plan, target, folded);
  const books = await auditBooks(target.audit, folded, plan.accounts, plan.needs.people);
  return {
    ...books,
    checks: [...books.checks, ...named.checks],
    ...(named.notes.length === 0 ? {} : { notes: named.notes }),
  };
}
