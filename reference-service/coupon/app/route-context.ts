import type { Window } from '../../shared/app/window.ts';
import type { Fleet } from '../../shared/simulation/fleet.ts';
import type { Books } from '../books/books.ts';
import type { CouponConfig } from './coupon-config.ts';

/** What the routes of this service work with. */
export interface RouteContext {
  readonly config: CouponConfig;
  readonly books: Books;
  readonly window: Window;
  readonly fleet: Fleet;
  /** Unix milliseconds. */
  readonly now: () => number;
}
