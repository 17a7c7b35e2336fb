import pg from 'pg';
import type { AuditInput, LedgerAudit, LedgerCheck } from '../../shared/service/service.ts';
import { CHECKS, type Check, chargeHasAttempt } from './checks.ts';
import { loadJournal } from './load-journal.ts';

/** Text that a target made may hold anything of any length. */
const LONGEST_EXAMPLE = 200;

/** A payment without an answer was charged when it is in the ledger and was not taken back. */
const UNKNOWN = `
  select count(*) filter (where charged) as charged, count(*) filter (where not charged) as not_charged from (
    select exists (select from movements m where m.key = t.key and m.kind = 'payment'
      and not exists (select from movements r where r.reverses = m.id)) as charged
    from reported t group by t.key having every(t.status = 'unknown')) resolved`;

async function run(client: pg.Client, { name, examined, violations }: Check): Promise<LedgerCheck> {
  const { rows } = await client.query(
    `with bad as (${violations}) select (${examined}) as examined, (select count(*) from bad) as violations,
       array(select left(item, ${LONGEST_EXAMPLE}) from bad order by item limit 10) as examples`,
  );
  return { name, examined: Number(rows[0].examined), violations: Number(rows[0].violations), examples: rows[0].examples };
}

async function reconcile(client: pg.Client, { journal, admissions, journalComplete }: AuditInput): Promise<LedgerAudit> {
  await loadJournal(client, journal, admissions);
  const checks: LedgerCheck[] = [];
  for (const check of journalComplete ? [...CHECKS, chargeHasAttempt] : CHECKS) checks.push(await run(client, check));
  const { rows } = await client.query(UNKNOWN);
  const unknownResolved = { charged: Number(rows[0].charged), notCharged: Number(rows[0].not_charged) };
  return { done: true, reason: null, checks, unknownResolved };
}

/**
 * Reconciles the answers that every user got with the ledger at `databaseUrl`, to the last KRW, once all payments are over. Never rejects: a ledger that cannot be read gives
 * `done: false` with the reason as a sentence.
 */
export async function auditLedger(databaseUrl: string, input: AuditInput): Promise<LedgerAudit> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await reconcile(client, input);
  } catch (error) {
    const reason = error instanceof Error && error.message !== '' ? error.message : String((error as { code?: unknown }).code ?? error);
    return { done: false, reason: `The ledger could not be read: ${reason}`, checks: [], unknownResolved: { charged: 0, notCharged: 0 } };
  } finally {
    await client.end().catch(() => {});
  }
}
