import { fieldsOf } from '../../../models/workload/checks/problem.ts';
import { similarTo } from '../../terminal/similar.ts';

/** The profile that is taken when none is named, where a surge has it. */
const USUAL = 'smoke';

/** The profile of a surge to run. A name that the surge does not have is a problem, and another one stands in for it. */
export function chosenProfile(definition: unknown, given: string | null, problems: string[]): string {
  const known = Object.keys(fieldsOf(fieldsOf(definition)?.profiles) ?? {});
  const usual = known.includes(USUAL) ? USUAL : (known[0] ?? USUAL);
  if (given === null || known.includes(given)) return given ?? usual;
  // A surge without profiles is reported as such.
  if (known.length === 0) return usual;
  const similar = similarTo(given, known);
  problems.push(
    similar === null
      ? `--profile: must be one of ${known.join(', ')}, got ${given}`
      : `--profile: must be a profile of the surge, got ${given}; did you mean ${similar}? The profiles are ${known.join(', ')}`,
  );
  return usual;
}
