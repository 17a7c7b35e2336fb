import type { Client } from 'pg';
import { auditDatabase } from '../../shared/audit/audit-database.ts';
import type { AuditInput, LedgerAudit } from '../../shared/service/service.ts';
import { MONEY_CHECKS } from './checks/money.ts';
import { PAYMENT_CHECKS } from './checks/payments.ts';
import { PEOPLE_CHECKS } from './checks/people.ts';
import { TENDER_CHECKS } from './checks/tenders.ts';
import { TOLD_CHECKS } from './checks/told.ts';
import { loadJournal } from './load-journal.ts';

/** A payment without an answer was charged when it is in the ledger and was not taken back. */
const UNKNOWN = `
  select count(*) filter (where charged) as charged, count(*) filter (where not charged) as not_charged from (
    select exists (select from movements m where m.key = t.key and m.kind = 'payment'
      and not exists (select from movements r where r.reverses = m.id)) as charged
    from reported t where t.amount is not null and t.of_key is null group by t.key having every(t.status = 'unknown')) resolved`;

async function unknownResolved(client: Client): Promise<LedgerAudit['unknownResolved']> {
  const { rows } = await client.query(UNKNOWN);
  return { charged: Number(rows[0].charged), notCharged: Number(rows[0].not_charged) };
}

/**
 * Reconciles the answers that every user got with the ledger at `databaseUrl`, to the last KRW, once the app has ended. Never rejects: a ledger
 * that cannot be read gives `done: false` with the reason as a sentence.
 */
export function auditLedger(databaseUrl: string, input: AuditInput): Promise<LedgerAudit> {
  return auditDatabase(databaseUrl, input, {
    checks: [...MONEY_CHECKS, ...PAYMENT_CHECKS, ...TENDER_CHECKS, ...TOLD_CHECKS, ...PEOPLE_CHECKS],
    tables: ['movements', 'answers', 'cards', 'sessions'],
    load: loadJournal,
    unknownResolved,
  });
}
