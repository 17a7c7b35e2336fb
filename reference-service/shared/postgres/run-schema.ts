import pg from 'pg';

async function withClient(databaseUrl: string, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}

/** Makes the schema of a run and fills it by `fill`, all or nothing. The URL must name the schema as its search path. */
export async function makeSchema(databaseUrl: string, schema: string, fill: (client: pg.Client) => Promise<void>): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query('begin');
    await client.query(`create schema ${client.escapeIdentifier(schema)}`);
    await fill(client);
    await client.query('commit');
  });
}

/** Removes the schema of a run, with everything in it. */
export async function dropSchema(databaseUrl: string, schema: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(`drop schema if exists ${client.escapeIdentifier(schema)} cascade`);
  });
}
