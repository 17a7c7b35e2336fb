import type { RuleSpeed } from '../../../models/workload/surge/surge.ts';
import { auditDatabase } from '../../shared/audit/audit-database.ts';
import type { AuditInput, LedgerAudit } from '../../shared/service/service.ts';
import { clocksOf } from '../rules.ts';
import { blockChecks } from './block-checks.ts';
import { causesAsStated } from './cause-check.ts';
import { codeChecks } from './code-checks.ts';
import { loadJournal } from './load-journal.ts';
import { LOG_CHECKS } from './log-checks.ts';
import { withinTenMinutes } from './success-check.ts';

/** Compares what people were told with the books at `databaseUrl`, once the app has ended. Never rejects. */
export function auditBooks(databaseUrl: string, input: AuditInput, speed: RuleSpeed): Promise<LedgerAudit> {
  const clocks = clocksOf(speed);
  return auditDatabase(databaseUrl, input, {
    checks: [...codeChecks(clocks), ...blockChecks(clocks), ...LOG_CHECKS, withinTenMinutes(clocks)],
    tables: ['verifications', 'sends', 'cases', 'log'],
    load: loadJournal,
    further: async (client) => [await causesAsStated(client)],
  });
}
