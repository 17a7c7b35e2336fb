import type { AppConfig } from '../../shared/app/app-config.ts';
import type { CouponBug } from '../bugs.ts';

/** What the app of this service is told. */
export interface CouponConfig extends AppConfig {
  readonly databaseUrl: string;
  /** Seconds from the first visitor to the maintenance of the night; null: there is none. */
  readonly closesAfter: number | null;
  readonly bug: CouponBug | null;
}
