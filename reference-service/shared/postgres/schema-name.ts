/**
 * PostgreSQL schema of a run: `surgeproof_` and the run's name in the letters PostgreSQL takes without quotes, at most 63 bytes.
 *
 * @example schemaName('2026-11-22T10:00-smoke') // => 'surgeproof_2026_11_22t10_00_smoke'
 */
export function schemaName(runId: string): string {
  return `surgeproof_${runId.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`.slice(0, 63);
}

/**
 * The same database with the schema of a run as its search path: a connection by this URL sees that run only.
 */
export function withSchema(databaseUrl: string, schema: string): string {
  const url = new URL(databaseUrl);
  const options = url.searchParams.get('options');
  url.searchParams.set('options', `${options === null ? '' : `${options} `}-c search_path=${schema}`);
  return url.href;
}
