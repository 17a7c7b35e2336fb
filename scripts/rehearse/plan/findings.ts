import { SurgeproofError } from '../../errors/surgeproof-error.ts';

/** Everything that speaks against a rehearsal, gathered so that it can be said at once. */
export interface Findings {
  /** Flags, files and this machine: exit 2. */
  readonly usage: string[];
  /** Where the load would go: exit 6. */
  readonly target: string[];
}

export const noFindings = (): Findings => ({ usage: [], target: [] });

/** Ends the rehearsal before it begins when anything was found. Wrong usage outweighs a target that is not allowed. */
export function refuse({ usage, target }: Findings): void {
  const problems = [...new Set([...usage, ...target])];
  if (problems.length === 0) return;
  throw new SurgeproofError(usage.length > 0 ? 'invalid-rehearsal' : 'target-not-allowed', { problems });
}
