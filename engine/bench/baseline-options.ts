/** What a bench says to a plain k6 script, by environment variables. */
export interface BaselineOptions {
  /** Waiting room and service. */
  readonly url: string;
  /** They arrive within so many seconds, at a constant rate. */
  readonly people: number;
  readonly seconds: number;
  readonly drainSeconds: number;
  readonly hosts: number;
}

/** Reads them; throws a sentence when the script is run by hand without them. */
export function baselineOptions(): BaselineOptions {
  const text = __ENV.SURGEPROOF_BENCH;
  if (text === undefined) throw new Error('SURGEPROOF_BENCH: must be set by a bench, got nothing; run npm run bench');
  return JSON.parse(text) as BaselineOptions;
}
