import type { Fleet } from '../../shared/simulation/fleet.ts';
import type { Books } from '../bank/books.ts';
import type { BankingConfig } from './banking-config.ts';
import type { Dependencies } from './dependencies.ts';

/** What the routes of this service work with. */
export interface RouteContext {
  readonly config: BankingConfig;
  readonly books: Books;
  readonly dependencies: Dependencies;
  readonly fleet: Fleet;
  /** Unix milliseconds. */
  readonly now: () => number;
}
