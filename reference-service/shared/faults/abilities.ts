import type { FaultAction } from '../../../models/workload/surge/fault.ts';

/** What can be broken in a service while it runs. */
export interface FaultAbilities {
  /** Pairs of parts between which messages can be lost: `app-ledger`. */
  readonly partitions: readonly string[];
  /** Names of its dependencies, without an article. */
  readonly dependencies: readonly string[];
}

const NONE: FaultAbilities = { partitions: [], dependencies: [] };

/** Why a service cannot do a fault, as the end of a sentence; null when it can. Every service can do faults of nodes, and a command is not its business. */
export function abilityProblem(service: string, abilities: FaultAbilities = NONE, action: FaultAction): string | null {
  const among = (field: string, known: readonly string[], name: string): string | null => {
    if (known.includes(name)) return null;
    const rule = known.length === 0 ? `be left out for ${service}, which has none that can be broken` : `be one of ${known.join(', ')}`;
    return `${field}: must ${rule}, got ${name}`;
  };
  if (action.kind === 'partition') return among('between', abilities.partitions, action.between);
  if ('on' in action) return among('on', abilities.dependencies, action.on);
  return null;
}
