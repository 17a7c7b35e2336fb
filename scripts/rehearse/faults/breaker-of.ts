import type { PlannedFault } from '../../../models/workload/surge/fault.ts';
import type { RunningService } from '../../../reference-service/start-service.ts';
import { type CommandFault, commandFault } from './command-fault.ts';
import type { Breaker } from './run-faults.ts';

/** Who breaks what: commands here, everything else the reference service. `service`: null for a target that was not started here. */
export function breakerOf(service: Pick<RunningService, 'disturb' | 'restore'> | null): Breaker {
  const commands = new Map<PlannedFault, CommandFault>();
  const own = (): NonNullable<typeof service> => {
    if (service === null) throw new Error('the target was not started by surgeproof');
    return service;
  };
  return {
    async begin(fault) {
      const { action, from, to } = fault;
      if (action.kind !== 'command') return own().disturb(action, to - from);
      const command = commandFault(action.run, action.undo, action.timeout);
      commands.set(fault, command);
      await command.begin();
    },
    async end(fault) {
      if (fault.action.kind !== 'command') return own().restore(fault.action);
      await commands.get(fault)?.end();
    },
  };
}
