import type { KeyObject } from 'node:crypto';
import type { Window } from '../../shared/app/window.ts';
import type { Fleet } from '../../shared/simulation/fleet.ts';
import type { Register } from '../register/register.ts';
import type { CheongyakConfig } from './cheongyak-config.ts';
import type { Dependencies } from './dependencies.ts';
import type { Once } from './state/once.ts';

/** A form that waits for its signature. */
export interface Draft {
  readonly user: number;
  readonly complex: number;
  readonly form: string;
}

/** What the routes of this service work with. */
export interface RouteContext {
  readonly config: CheongyakConfig;
  readonly authority: KeyObject;
  readonly register: Register;
  readonly dependencies: Dependencies;
  readonly window: Window;
  /** Numbers to be signed to log in. */
  readonly challenges: Once<true>;
  readonly drafts: Once<Draft>;
  readonly fleet: Fleet;
  /** Unix milliseconds. */
  readonly now: () => number;
}
