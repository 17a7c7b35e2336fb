import pg from 'pg';
import { applicationName } from '../postgres/connect.ts';
import type { AuditInput, LedgerAudit, LedgerCheck } from '../service/service.ts';
import type { Check } from './check.ts';
import { bookSizes, nothingBookedMeanwhile, untilQuiet } from './rest.ts';

/** How a service that keeps its data in PostgreSQL is audited. */
export interface AuditPlan {
  readonly checks: readonly Check[];
  /** What it writes while people use it. */
  readonly tables: readonly string[];
  /** Puts the client's side of the story beside the books, in temporary tables. */
  load(client: pg.Client, input: AuditInput): Promise<void>;
  /** Checks that SQL cannot make. */
  further?(client: pg.Client, input: AuditInput): Promise<LedgerCheck[]>;
  /** What became of payments without an answer; nothing of the kind unless given. */
  unknownResolved?(client: pg.Client): Promise<LedgerAudit['unknownResolved']>;
}

/** Text that a target made may hold anything of any length. */
const LONGEST_EXAMPLE = 200;

const NOT_WHOLE = 'The measurement log is not whole, so that what people asked for is not known in full.';

const NOTHING_UNKNOWN = { charged: 0, notCharged: 0 };

async function run(client: pg.Client, { name, examined, violations }: Check): Promise<LedgerCheck> {
  const { rows } = await client.query(
    `with bad as (${violations}) select (${examined}) as examined, (select count(*) from bad) as violations,
       array(select left(item, ${LONGEST_EXAMPLE}) from bad order by item limit 10) as examples`,
  );
  return { name, examined: Number(rows[0].examined), violations: Number(rows[0].violations), examples: rows[0].examples };
}

const notMade = ({ name }: Check): LedgerCheck => ({ name, examined: 0, violations: 0, examples: [], notMade: NOT_WHOLE });

/** All checks see the books as they were at one moment; what came later is counted. */
async function reconcile(client: pg.Client, input: AuditInput, plan: AuditPlan): Promise<LedgerAudit> {
  await plan.load(client, input);
  await client.query('begin isolation level repeatable read, read only');
  const before = await bookSizes(client, plan.tables);
  const checks: LedgerCheck[] = [];
  for (const check of plan.checks)
    checks.push(check.needsWholeJournal && !input.journalComplete ? notMade(check) : await run(client, check));
  checks.push(...((await plan.further?.(client, input)) ?? []));
  const unknownResolved = (await plan.unknownResolved?.(client)) ?? NOTHING_UNKNOWN;
  await client.query('commit');
  checks.push(nothingBookedMeanwhile(before, await bookSizes(client, plan.tables)));
  return { done: true, reason: null, checks, unknownResolved };
}

/** Compares the answers that people got with the books, once the app has ended. Never rejects: books that cannot be read give `done: false` with the reason. */
export async function auditDatabase(databaseUrl: string, input: AuditInput, plan: AuditPlan): Promise<LedgerAudit> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await untilQuiet(client, applicationName(databaseUrl));
    return await reconcile(client, input, plan);
  } catch (error) {
    const reason = error instanceof Error && error.message !== '' ? error.message : String((error as { code?: unknown }).code ?? error);
    return { done: false, reason: `The ledger could not be read: ${reason}`, checks: [], unknownResolved: NOTHING_UNKNOWN };
  } finally {
    await client.end().catch(() => {});
  }
}
