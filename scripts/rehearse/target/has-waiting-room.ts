import { fieldsOf } from '../../../models/workload/checks/problem.ts';
import type { LoadedSurge } from '../../surge-file/load-surge.ts';
import type { ChosenTarget } from './target-settings.ts';

/** A reference service has a waiting room where the surge has lanes; any other target when k6.config.ts says so. */
export function hasWaitingRoom(target: ChosenTarget | null, definition: LoadedSurge['definition']): boolean {
  if (target?.kind === 'http') return target.waitingRoom !== null;
  return Object.keys(fieldsOf(definition.lanes) ?? {}).length > 0;
}
