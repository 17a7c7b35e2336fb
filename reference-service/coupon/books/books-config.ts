import type { DatabaseConfig } from '../../shared/postgres/keep-database.ts';

/** Books of a day on which `stock` vouchers are on sale. */
export interface BooksConfig extends DatabaseConfig {
  readonly stock: number;
}
