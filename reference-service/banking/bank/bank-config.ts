import type { DatabaseConfig } from '../../shared/postgres/keep-database.ts';
import type { BankingBug } from '../bugs.ts';

/** Books with customers 1 to `people`. */
export interface BankConfig extends DatabaseConfig {
  readonly people: number;
  readonly bug: BankingBug | null;
}
