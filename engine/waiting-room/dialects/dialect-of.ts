import type { WaitingRoomDialect } from '../../../models/definition/waiting-room-dialect.ts';
import type { Target } from '../../../models/workload/surge/run-configuration.ts';
import { netfunnelDialect } from './netfunnel.ts';
import { surgeproofDialect } from './surgeproof.ts';

/** How the waiting room of a target is spoken to; null without one. `own`: the functions of the surge file. */
export function dialectOf(target: Target, own: WaitingRoomDialect | undefined): WaitingRoomDialect | null {
  switch (target.waitingRoom?.dialect) {
    case undefined:
      return null;
    case 'surgeproof':
      return surgeproofDialect;
    case 'netfunnel':
      return netfunnelDialect;
    case 'surge':
      if (own === undefined)
        throw new Error('waitingRoom: must be the three functions ask, read and enter, got none; add them to the surge');
      return own;
  }
}
