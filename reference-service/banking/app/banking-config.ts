import type { AppConfig } from '../../shared/app/app-config.ts';
import type { BankingBug } from '../bugs.ts';

/** What the app of this service is told. */
export interface BankingConfig extends AppConfig {
  readonly databaseUrl: string;
  readonly bug: BankingBug | null;
}
