import pg from 'pg';

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
    console.error(`settlement: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await client.end().catch(() => {});
  }
}
