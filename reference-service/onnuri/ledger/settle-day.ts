import pg from 'pg';
import { complainOf } from '../../shared/process/complain.ts';

/** The one day of a run. */
const BATCH = 'day-1';

/**
 * Pays out to the merchants what they took, as the batch of a night does, and runs it once more, as after a restore: nobody may be paid
 * twice. Does nothing when the ledger cannot be reached; the audit says so then.
 */
export async function settleDay(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    for (let run = 0; run < 2; run++) await client.query('select settle($1)', [BATCH]);
  } catch (error) {
    complainOf('settlement')(error);
  } finally {
    await client.end().catch(() => {});
  }
}
