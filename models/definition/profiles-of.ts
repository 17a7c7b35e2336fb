import { arrivalCurve } from '../workload/arrivals/curves/from-spec.ts';
import { fieldsOf } from '../workload/checks/problem.ts';
import { readArrivals } from './resolve/profile/arrivals.ts';

/** One profile of a surge file, for a list of them. */
export interface ProfileSummary {
  readonly name: string;
  readonly description: string;
  /** Length of the arrivals and people expected; null where a forecast says, or where the file is wrong. */
  readonly seconds: number | null;
  readonly people: number | null;
}

/** The profiles of a surge file, in its order; never fails, so that a list shows every file. */
export function profilesOf(definition: unknown): ProfileSummary[] {
  const profiles = fieldsOf(fieldsOf(definition)?.profiles) ?? {};
  return Object.entries(profiles).map(([name, value]) => {
    const fields = fieldsOf(value) ?? {};
    const arrivals = readArrivals(fields.arrivals, '', []);
    const own = arrivals !== null && arrivals.forecast === null ? arrivals : null;
    return {
      name,
      description: typeof fields.description === 'string' ? fields.description : '',
      seconds: own?.seconds ?? null,
      people: own === null ? null : arrivalCurve(own.curve).arrivalsUntil(own.seconds),
    };
  });
}
