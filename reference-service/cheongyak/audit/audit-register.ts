import { auditDatabase } from '../../shared/audit/audit-database.ts';
import type { AuditInput, LedgerAudit } from '../../shared/service/service.ts';
import { CHECKS } from './checks.ts';
import { loadJournal } from './load-journal.ts';
import { signatureChecks } from './signature-checks.ts';

/** Compares what applicants were told with the register at `databaseUrl`, once the app has ended. Never rejects. */
export function auditRegister(databaseUrl: string, input: AuditInput): Promise<LedgerAudit> {
  return auditDatabase(databaseUrl, input, {
    checks: CHECKS,
    tables: ['applications', 'attempts', 'sessions'],
    load: loadJournal,
    further: signatureChecks,
  });
}
