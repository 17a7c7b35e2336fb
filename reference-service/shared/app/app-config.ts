/** What the parent tells the app of any service. */
export interface AppConfig {
  /** Name of the service. */
  readonly service: string;
  readonly runId: string;
  readonly nodes: number;
  /** 0 for any free port. */
  readonly port: number;
  /** Signs passes (shared with the waiting room), sessions and tokens. */
  readonly secret: string;
  /** Accounts: users 1 to `people`. */
  readonly people: number;
  /** Of the drawn service times. */
  readonly seed: number;
}
