import pg from 'pg';
import type { AuditInput, LedgerAudit, LedgerCheck } from '../../shared/service/service.ts';
import { applicationName } from '../ledger/ledger.ts';
import type { Check } from './checks/check.ts';
import { MONEY_CHECKS } from './checks/money.ts';
import { PAYMENT_CHECKS } from './checks/payments.ts';
import { PEOPLE_CHECKS } from './checks/people.ts';
import { loadJournal } from './load-journal.ts';
import { bookSizes, nothingBookedMeanwhile, untilQuiet } from './rest.ts';

const CHECKS: readonly Check[] = [...MONEY_CHECKS, ...PAYMENT_CHECKS, ...PEOPLE_CHECKS];

/** Text that a target made may hold anything of any length. */
const LONGEST_EXAMPLE = 200;

const NOT_WHOLE = 'The measurement log is not whole, so that what people asked for is not known in full.';

/** A payment without an answer was charged when it is in the ledger and was not taken back. */
const UNKNOWN = `
  select count(*) filter (where charged) as charged, count(*) filter (where not charged) as not_charged from (
    select exists (select from movements m where m.key = t.key and m.kind = 'payment'
      and not exists (select from movements r where r.reverses = m.id)) as charged
    from reported t where t.amount is not null and t.of_key is null group by t.key having every(t.status = 'unknown')) resolved`;

async function run(client: pg.Client, { name, examined, violations }: Check): Promise<LedgerCheck> {
  const { rows } = await client.query(
    `with bad as (${violations}) select (${examined}) as examined, (select count(*) from bad) as violations,
       array(select left(item, ${LONGEST_EXAMPLE}) from bad order by item limit 10) as examples`,
  );
  return { name, examined: Number(rows[0].examined), violations: Number(rows[0].violations), examples: rows[0].examples };
}

const notMade = ({ name }: Check): LedgerCheck => ({ name, examined: 0, violations: 0, examples: [], notMade: NOT_WHOLE });

/** All checks see the books as they were at one moment; what came later is counted. */
async function reconcile(client: pg.Client, input: AuditInput): Promise<LedgerAudit> {
  await loadJournal(client, input);
  await client.query('begin isolation level repeatable read, read only');
  const before = await bookSizes(client);
  const checks: LedgerCheck[] = [];
  for (const check of CHECKS) checks.push(check.needsWholeJournal && !input.journalComplete ? notMade(check) : await run(client, check));
  const { rows } = await client.query(UNKNOWN);
  await client.query('commit');
  checks.push(nothingBookedMeanwhile(before, await bookSizes(client)));
  const unknownResolved = { charged: Number(rows[0].charged), notCharged: Number(rows[0].not_charged) };
  return { done: true, reason: null, checks, unknownResolved };
}

/**
 * Reconciles the answers that every user got with the ledger at `databaseUrl`, to the last KRW, once the app has ended. Never rejects: a ledger
 * that cannot be read gives `done: false` with the reason as a sentence.
 */
export async function auditLedger(databaseUrl: string, input: AuditInput): Promise<LedgerAudit> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await untilQuiet(client, applicationName(databaseUrl));
    return await reconcile(client, input);
  } catch (error) {
    const reason = error instanceof Error && error.message !== '' ? error.message : String((error as { code?: unknown }).code ?? error);
    return { done: false, reason: `The ledger could not be read: ${reason}`, checks: [], unknownResolved: { charged: 0, notCharged: 0 } };
  } finally {
    await client.end().catch(() => {});
  }
}
