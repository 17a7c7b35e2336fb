import { auditDatabase } from '../../shared/audit/audit-database.ts';
import type { AuditInput, LedgerAudit } from '../../shared/service/service.ts';
import { CHECKS } from './checks.ts';
import { loadJournal } from './load-journal.ts';

/** Compares what visitors were told with the books at `databaseUrl`, once the app has ended. Never rejects. */
export function auditBooks(databaseUrl: string, input: AuditInput): Promise<LedgerAudit> {
  return auditDatabase(databaseUrl, input, { checks: CHECKS, tables: ['applications', 'purchases', 'sessions'], load: loadJournal });
}
