import type { FoldedRun } from '../../models/measurement/folded-run.ts';
import type { AuditFile } from '../../models/results/audit.ts';
import { auditLedger } from '../../reference-service/onnuri/audit/audit-ledger.ts';

/** Reconciles what users were told with the ledger of the run. Only a log that ends properly tells of every attempt. */
export async function auditRun(databaseUrl: string, { journal, admissions, ended, problems }: FoldedRun): Promise<AuditFile> {
  const journalComplete = ended !== 'cut' && problems.count === 0;
  const audit = await auditLedger({ databaseUrl, journal, admissions, journalComplete });
  return { schema: 'surgeproof/audit', version: 1, ...audit };
}
