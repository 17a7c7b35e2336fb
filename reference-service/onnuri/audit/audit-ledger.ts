import pg from 'pg';
import { CHECKS, type Check, chargeHasAttempt } from './checks.ts';
import type { AdmittedTicket, LedgerAudit, LedgerCheck, ToldEntry } from './ledger-audit.ts';
import { loadJournal } from './load-journal.ts';

export interface AuditInput {
  /** Connects to the ledger of the run. Nobody may be paying any more. */
  readonly databaseUrl: string;
  readonly journal: readonly ToldEntry[];
  readonly admissions: readonly AdmittedTicket[];
  /** True when the journal is known to be whole; then a charge nobody asked for is a violation too. */
  readonly journalComplete?: boolean;
}

/** Text that a target made may hold anything of any length. */
const LONGEST_EXAMPLE = 200;

/** A payment without an answer was charged when it is in the ledger and was not taken back. */
const UNKNOWN = `
  select count(*) filter (where charged) as charged, count(*) filter (where not charged) as not_charged from (
    select exists (select from movements m where m.key = t.key and m.kind = 'payment'
      and not exists (select from movements r where r.reverses = m.id)) as charged
    from told t group by t.key having every(t.told = 'unknown')) resolved`;

async function run(client: pg.Client, { name, examined, violations }: Check): Promise<LedgerCheck> {
  const { rows } = await client.query(
    `with bad as (${violations}) select (${examined}) as examined, (select count(*) from bad) as violations,
       array(select left(item, ${LONGEST_EXAMPLE}) from bad order by item limit 10) as examples`,
  );
  return { name, examined: Number(rows[0].examined), violations: Number(rows[0].violations), examples: rows[0].examples };
}

async function reconcile(client: pg.Client, { journal, admissions, journalComplete = false }: AuditInput): Promise<LedgerAudit> {
  await loadJournal(client, journal, admissions);
  const checks: LedgerCheck[] = [];
  for (const check of journalComplete ? [...CHECKS, chargeHasAttempt] : CHECKS) checks.push(await run(client, check));
  const { rows } = await client.query(UNKNOWN);
  const unknownResolved = { charged: Number(rows[0].charged), notCharged: Number(rows[0].not_charged) };
  return { done: true, reason: null, checks, unknownResolved };
}

/**
 * Reconciles what every user was told with the ledger, to the won. Never rejects: a ledger that cannot be read gives
 * `done: false` with the reason as a sentence.
 */
export async function auditLedger(input: AuditInput): Promise<LedgerAudit> {
  const client = new pg.Client({ connectionString: input.databaseUrl, connectionTimeoutMillis: 5_000 });
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
