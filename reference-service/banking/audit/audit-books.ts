import { auditDatabase } from '../../shared/audit/audit-database.ts';
import type { AuditInput, LedgerAudit } from '../../shared/service/service.ts';
import { ACCESS_CHECKS } from './access-checks.ts';
import { loadJournal } from './load-journal.ts';
import { MONEY_CHECKS } from './money-checks.ts';

/** Compares what customers were told with the books at `databaseUrl`, once the app has ended. Never rejects. */
export function auditBooks(databaseUrl: string, input: AuditInput): Promise<LedgerAudit> {
  return auditDatabase(databaseUrl, input, {
    checks: [...ACCESS_CHECKS, ...MONEY_CHECKS],
    tables: ['sessions', 'tries', 'transfers', 'tokens', 'attempts'],
    load: loadJournal,
  });
}
