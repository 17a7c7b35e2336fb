/** What the primary tells one app node. */
export interface NodeConfig {
  readonly runId: string;
  /** 1 to `nodes`. */
  readonly node: number;
  readonly nodes: number;
  /** 0 for any free port, the same one for all nodes. */
  readonly port: number;
  readonly databaseUrl: string;
  readonly dependencies: string;
  /** Signs passes (shared with the waiting room) and sessions. */
  readonly secret: string;
  /** Accounts in the ledger: users 1 to `users`, stores 1 to `merchants`. */
  readonly users: number;
  readonly merchants: number;
  readonly seed: number;
  readonly workers: number;
  /** Requests that may wait for a worker. */
  readonly queueLimit: number;
  /** Milliseconds a dependency has to answer. */
  readonly dependencyTimeout: number;
}
