import type { Fleet } from '../../shared/simulation/fleet.ts';
import type { Books } from '../books/books.ts';
import type { Clocks } from '../rules.ts';
import type { IdentityConfig } from './identity-config.ts';
import type { Desk } from './others/desk.ts';
import type { Gateway } from './others/gateway.ts';
import type { Others } from './others/others.ts';
import type { Attempts } from './state/attempts.ts';
import type { Repeats } from './state/repeats.ts';
import type { SendLimits } from './state/send-limits.ts';

/** What the routes of this service work with. */
export interface RouteContext {
  readonly config: IdentityConfig;
  readonly clocks: Clocks;
  readonly books: Books;
  readonly attempts: Attempts;
  readonly limits: SendLimits;
  readonly repeats: Repeats;
  readonly others: Others;
  readonly gateway: Gateway;
  readonly desk: Desk;
  readonly fleet: Fleet;
  /** Unix milliseconds. */
  readonly now: () => number;
}
