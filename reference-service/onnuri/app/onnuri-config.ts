import type { AppConfig } from '../../shared/app/app-config.ts';

/** What the app of this service is told. */
export interface OnnuriConfig extends AppConfig {
  readonly databaseUrl: string;
  /** Stores 1 to `merchants`. */
  readonly merchants: number;
}
