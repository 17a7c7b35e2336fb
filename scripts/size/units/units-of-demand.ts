import { countedIn } from '../../../models/demand/rehearsal/people-per-unit.ts';
import { type DemandUnits, demandUnits } from '../../../models/sizing/units/demand-units.ts';
import { perPerson, type UnknownUnit } from '../../../models/sizing/units/per-person.ts';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import type { PolicyFile } from '../../schemas/plan/policy.ts';
import { similarTo } from '../../terminal/similar.ts';
import type { KnownMix } from './read-mix.ts';

/** Where a mix is looked for. */
export interface MixSources {
  readonly surge: string | undefined;
  readonly run: string | undefined;
  readonly policy: PolicyFile | null;
}

export interface KnownUnits {
  readonly units: DemandUnits;
  readonly warnings: readonly string[];
}

/**
 * Units of a demand by the mix of a surge, of a run, or of the policy; null where none of them is given, so that what is counted is taken
 * for requests. Throws with the known units where the mix does not count what the demand counts.
 *
 * @param where what says the unit, for the sentence: `--unit` or `unit` of a forecast
 */
export async function unitsOfDemand(unit: string, where: string, sources: MixSources): Promise<KnownUnits | null> {
  const known = await knownMix(sources);
  if (known === null) return null;
  const often = perPerson(unit, known.mix);
  const counted = countedIn(unit);
  if (typeof often === 'number') {
    const source = `${known.from} counts ${counted}`;
    const people = { value: often, unit: `${counted} per person`, source, kind: 'stated' as const };
    return { units: demandUnits(counted, people, known.mix.visits, known.ground), warnings: known.warnings };
  }
  return refuseUnit(unit, where, often, known.from);
}

/** Refuses a unit that a mix does not count, with those it does. */
export function refuseUnit(unit: string, where: string, { unknown, known }: UnknownUnit, from: string): never {
  const counted = countedIn(unit);
  if (unknown === 'visits') return refuse(`${where}: must be something that people make, got ${counted}, which nobody makes in ${from}`);
  const similar = similarTo(counted, known);
  const remedy = similar === null ? `say how often one person of ${from} makes it` : `did you mean ${similar}?`;
  return refuse(`${where}: must be one of ${known.join(', ')}, which ${from} counts, got ${counted}; ${remedy}`);
}

const refuse = (problem: string): never => {
  throw new SurgeproofError('invalid-options', { problems: [problem] });
};

/** The mix that is given; null when none is. */
export async function knownMix({ surge, run, policy }: MixSources): Promise<KnownMix | null> {
  if (run !== undefined || surge !== undefined) {
    // Loaded only where it is needed, because it compiles surge files (bin/bundled.mjs).
    const { mixOfRun, mixOfSurge } = await import('./read-mix.ts');
    return run === undefined ? mixOfSurge(surge!) : mixOfRun(run);
  }
  if (policy?.mix === undefined) return null;
  const { unit, perPerson, requestsPerPerson } = policy.mix;
  const steps = Object.keys(requestsPerPerson);
  const ground = { source: 'policy.mix', kind: 'stated' as const };
  return { mix: { demand: { unit, perPerson, step: '' }, steps, visits: requestsPerPerson }, from: 'policy.mix', ground, warnings: [] };
}
