/**
 * How one request ended, as the user saw it.
 * `ok` the expected answer (a declined payment that should be declined is `ok`);
 * `rejected` an unexpected refusal by the service (4xx);
 * `failed` the service broke (5xx, a maintenance page, an answer that cannot be read);
 * `timeout` the client stopped waiting; `unreachable` no connection.
 * The measurement log refers to an outcome by its index here.
 */
export const OUTCOMES = ['ok', 'rejected', 'failed', 'timeout', 'unreachable'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Whose fault a failed request is; the report stacks errors by owner. */
export const OWNERS = ['user', 'client environment', 'system', 'third party'] as const;
export type Owner = (typeof OWNERS)[number];
