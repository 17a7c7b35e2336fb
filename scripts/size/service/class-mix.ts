import { countedIn } from '../../../models/demand/rehearsal/people-per-unit.ts';
import { type DemandUnits, demandUnits } from '../../../models/sizing/units/demand-units.ts';
import { perPerson } from '../../../models/sizing/units/per-person.ts';
import type { Quantity } from '../../../models/workload/surge/quantity.ts';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import type { ServiceFile } from '../../schemas/plan/service.ts';
import { similarTo } from '../../terminal/similar.ts';
import type { ForecastDemand } from '../forecast-demand.ts';
import type { SizeOptions } from '../options.ts';
import { knownMix, refuseUnit } from '../units/units-of-demand.ts';

export interface ClassMix {
  /** How often one person makes what the demand counts. */
  readonly often: number;
  /** Requests of one person by class. */
  readonly visits: Readonly<Record<string, number>>;
  readonly units: DemandUnits;
  readonly warnings: readonly string[];
}

/** How many requests of each class come with one of what the demand counts: by the file, or by the steps of a surge or a run that its classes are named for. */
export async function classMix(file: ServiceFile, { surge, run }: SizeOptions, { unit, where }: ForecastDemand): Promise<ClassMix> {
  const known = await knownMix({ surge, run, policy: null });
  const names = Object.keys(file.classes);
  const problems = names.flatMap((name) => classProblem(name, file, known?.mix.visits ?? null, known?.from ?? ''));
  if (problems.length > 0) throw new SurgeproofError('invalid-options', { problems });
  const visits = Object.fromEntries(names.map((name) => [name, file.classes[name]!.perPerson ?? known!.mix.visits[name]!]));
  const own = file.unit === undefined || file.perPerson === undefined ? null : { unit: file.unit, perPerson: file.perPerson, step: '' };
  const demand = own ?? known?.mix.demand ?? null;
  const from = known?.from ?? 'the file of the service';
  const often = perPerson(unit, { demand, steps: names, visits });
  if (typeof often !== 'number') return refuseUnit(unit, where, often, from);
  const ground: Pick<Quantity, 'source' | 'kind'> = known?.ground ?? { source: 'classes of the file', kind: 'stated' };
  const counted = countedIn(unit);
  const people: Quantity = { value: often, unit: `${counted} per person`, source: from, kind: 'stated' };
  return { often, visits, units: demandUnits(counted, people, visits, ground), warnings: known?.warnings ?? [] };
}

/** A class needs its own number of requests, or a step of its name that somebody makes. */
function classProblem(name: string, { classes }: ServiceFile, visits: Readonly<Record<string, number>> | null, from: string): string[] {
  if (classes[name]!.perPerson !== undefined) return [];
  if (visits === null || (visits[name] ?? 0) > 0) return [];
  const similar = similarTo(name, Object.keys(visits));
  return [
    `classes.${name}: must be a step that people of ${from} make, or have perPerson${similar === null ? '' : `; did you mean ${similar}?`}`,
  ];
}
