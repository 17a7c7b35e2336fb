import type { DatabaseConfig } from '../../shared/postgres/keep-database.ts';
import type { OnnuriBug } from '../bugs.ts';

/** A ledger with accounts for users 1 to `users` and stores 1 to `merchants`. */
export interface LedgerConfig extends DatabaseConfig {
  readonly users: number;
  readonly merchants: number;
  /** A mistake in the books; none unless given. */
  readonly bug?: OnnuriBug | null;
}
