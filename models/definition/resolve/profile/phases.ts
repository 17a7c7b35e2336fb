import { at, fieldsOf, problem } from '../../../workload/checks/problem.ts';
import type { Phase } from '../../../workload/surge/surge.ts';
import { usualPhases } from '../../../workload/surge/usual-phases.ts';
import { type Problems, readDurationOrZero } from '../../units/read-units.ts';
import { sayDuration } from '../../units/say-units.ts';
import { checkName, readBoolean, readFields } from '../values/read-values.ts';

/** Times of a run, in seconds. */
export interface Times {
  readonly arrivals: number;
  readonly drain: number;
}

const say = (seconds: number): string => sayDuration(seconds * 1_000);

function readWarmUp(value: unknown, times: Times, path: string, problems: Problems): number {
  if (value === undefined) return 0;
  const seconds = readDurationOrZero(value, path, problems) / 1_000;
  if (seconds >= times.arrivals) {
    problems.push({ path, message: `must be shorter than the arrivals (${say(times.arrivals)}), got ${say(seconds)}` });
  }
  return seconds;
}

function checkStart(from: number, before: number | null, times: Times, path: string, problems: Problems): void {
  const end = times.arrivals + times.drain;
  if (before === null && from !== 0)
    problems.push({ path, message: `must be 0, as the run begins with its first phase, got ${say(from)}` });
  if (before !== null && from <= before) {
    problems.push({ path, message: `must be after the phase before (${say(before)}), got ${say(from)}` });
  } else if (before !== null && from >= end) {
    problems.push({ path, message: `must be before the run ends (${say(end)}), got ${say(from)}` });
  }
}

function readList(value: readonly unknown[], times: Times, path: string, problems: Problems): Phase[] {
  const seen = new Set<unknown>();
  let before: number | null = null;
  const phases = value.map((entry, index): Phase => {
    const here = at(path, index);
    const fields = readFields(entry, ['name', 'from', 'judged'], here, problems);
    if (fields === null) return { name: '', from: 0, judged: true };
    checkName(fields.name, at(here, 'name'), problems);
    if (seen.has(fields.name)) problems.push(problem(at(here, 'name'), 'be a name that no other phase has', fields.name));
    seen.add(fields.name);
    const from = readDurationOrZero(fields.from, at(here, 'from'), problems) / 1_000;
    if (!Number.isNaN(from)) checkStart(from, index === 0 ? null : (before ?? -1), times, at(here, 'from'), problems);
    before = from;
    return { name: String(fields.name), from, judged: readBoolean(fields.judged ?? null, true, at(here, 'judged'), problems) };
  });
  const judges = value.some((entry) => fieldsOf(entry)?.judged !== false);
  if (!judges) problems.push({ path, message: 'must have a judged phase, got none; set judged of one of them to true' });
  return phases;
}

/** Phases of a profile: those given, or the usual ones after the warm-up given. */
export function readPhases(
  fields: { warmUp?: unknown; phases?: unknown },
  times: Times,
  path: string,
  problems: Problems,
): readonly Phase[] {
  const { warmUp, phases } = fields;
  if (phases === undefined) return usualPhases({ ...times, warmUp: readWarmUp(warmUp, times, at(path, 'warmUp'), problems) });
  const here = at(path, 'phases');
  if (warmUp !== undefined)
    problems.push({ path: at(path, 'warmUp'), message: 'must be left out beside phases; make it the first phase, not judged' });
  if (Array.isArray(phases) && phases.length > 0) return readList(phases, times, here, problems);
  problems.push(problem(here, 'be a list with at least one phase', phases));
  return [];
}
