import type { RuleSpeed } from '../../../models/workload/surge/surge.ts';
import type { AppConfig } from '../../shared/app/app-config.ts';
import type { IdentityBug } from '../bugs.ts';

/** What the app of this service is told. */
export interface IdentityConfig extends AppConfig {
  readonly databaseUrl: string;
  readonly ruleSpeed: RuleSpeed;
  readonly bug: IdentityBug | null;
}
