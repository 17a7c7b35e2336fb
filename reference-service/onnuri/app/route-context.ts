import type { Fleet } from '../../shared/simulation/fleet.ts';
import type { Verification } from '../identity/verification.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { CardNetwork } from './card-network.ts';
import type { Dependencies } from './dependencies.ts';
import type { OnnuriConfig } from './onnuri-config.ts';

/** What the routes of this service work with. */
export interface RouteContext {
  readonly config: OnnuriConfig;
  readonly ledger: Ledger;
  readonly dependencies: Dependencies;
  readonly network: CardNetwork;
  readonly verification: Verification;
  readonly fleet: Fleet;
}
