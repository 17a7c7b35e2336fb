/**
 * How one request ended, as the user saw it.
 * `ok` the expected answer (a declined payment that should be declined is `ok`);
 * `rejected` an unexpected refusal by the service (4xx);
 * `failed` the service broke (5xx, a maintenance page, an answer that cannot be read);
 * `timeout` the client stopped waiting; `unreachable` no connection;
 * `unfinished` the run ended first: its time is the least that it would have taken, and nobody knows how it would have ended.
 * The measurement log refers to an outcome by its index here.
 */
export const OUTCOMES = ['ok', 'rejected', 'failed', 'timeout', 'unreachable', 'unfinished'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * Where the cause of a failed request lies; the report stacks errors by owner. `unclear`: a refusal such as 401, 403, 404 or 409, which a
 * wrong path or account of the surge file explains as well as the target does. `script`: an exception in the surge file.
 */
export const OWNERS = ['system', 'third party', 'unclear', 'script', 'client environment'] as const;
export type Owner = (typeof OWNERS)[number];
