import type { CurveSpec } from '../../workload/arrivals/curve-spec.ts';
import { at, fieldsOf, type Problem, problem } from '../../workload/checks/problem.ts';
import type { ArrivalPart } from './arrivals.ts';

const NONE: CurveSpec = { shape: 'constant', rate: 0 };

function isPart(value: unknown): value is ArrivalPart {
  const fields = fieldsOf(value);
  return fields !== null && typeof fields.seconds === 'number' && fieldsOf(fields.curve) !== null;
}

/** Problems of a list of parts, each with its place in the list; those that a part carries included. */
export function partProblems(parts: readonly unknown[], path: string): Problem[] {
  return parts.flatMap((part, index) => {
    const here = at(path, index);
    if (!isPart(part)) return [problem(here, "be arrivals such as constant('20/s', { for: '30 s' })", part)];
    return (part.problems ?? []).map((inner) => ({ ...inner, path: at(here, inner.path) }));
  });
}

/** One part after the other. One alone stays what it is. */
export function inSequence(parts: readonly ArrivalPart[]): ArrivalPart {
  const seconds = parts.reduce((sum, part) => sum + part.seconds, 0);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return { seconds, curve: only.curve };
  return { seconds, curve: { shape: 'sequence', of: parts.map((part) => ({ seconds: part.seconds, curve: part.curve })) } };
}

/** Several arrivals at once, as long as the longest of them. */
export function together(...parts: readonly ArrivalPart[]): ArrivalPart {
  const problems = parts.length === 0 ? [problem('together', 'have at least one part', undefined)] : partProblems(parts, 'together');
  if (problems.length > 0) return { seconds: 0, curve: NONE, problems };
  const seconds = Math.max(...parts.map((part) => part.seconds));
  const of = parts.map((part): CurveSpec => {
    const rest = seconds - part.seconds;
    return rest > 0 ? inSequence([part, { seconds: rest, curve: NONE }]).curve : part.curve;
  });
  return { seconds, curve: of.length === 1 ? of[0]! : { shape: 'sum', of } };
}
