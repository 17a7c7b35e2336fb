import type { AppConfig } from '../../shared/app/app-config.ts';
import type { OnnuriBug } from '../bugs.ts';

/** What the app of this service is told. */
export interface OnnuriConfig extends AppConfig {
  readonly databaseUrl: string;
  /** Stores 1 to `merchants`. */
  readonly merchants: number;
  /** A known mistake; none unless given. */
  readonly bug?: OnnuriBug | null;
}
