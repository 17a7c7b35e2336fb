import type { AppConfig } from '../../shared/app/app-config.ts';
import type { CheongyakBug } from '../bugs.ts';

/** What the app of this service is told. */
export interface CheongyakConfig extends AppConfig {
  readonly databaseUrl: string;
  /** Certificate of the authority, base64. */
  readonly authority: string;
  /** Seconds from the first visitor to the close; null: it stays open. */
  readonly closesAfter: number | null;
  readonly bug: CheongyakBug | null;
}
