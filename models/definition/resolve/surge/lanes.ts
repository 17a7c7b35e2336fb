import { at, problem } from '../../../workload/checks/problem.ts';
import type { Lane } from '../../../workload/surge/surge.ts';
import type { Problems } from '../../units/read-units.ts';
import { checkName, readChoice, readFields, readNamed, readNumber } from '../values/read-values.ts';
import type { ReadJourney } from './journeys.ts';

/** The only lane of a surge that names none. */
const ONLY_LANE: Lane = { name: 'all', cost: 1 };

/** Lanes as declared, or those that journeys name, each with a cost of one admission token. Never empty. */
export function readLanes(value: unknown, journeys: readonly ReadJourney[], problems: Problems): readonly Lane[] {
  const named = [...new Set(journeys.map(({ lane }) => lane).filter((lane) => lane !== null))];
  if (value === undefined) {
    for (const { name, lane } of journeys) if (lane !== null) checkName(lane, at(at('journeys', name), 'lane'), problems);
    return named.length === 0 ? [ONLY_LANE] : named.map((name) => ({ name, cost: 1 }));
  }
  const lanes = readNamed(value, 'lanes', problems, (lane, path, name): Lane => {
    const fields = readFields(lane, ['cost'], path, problems);
    return { name, cost: fields === null ? 1 : readNumber(fields.cost, { above: 0 }, at(path, 'cost'), problems) };
  }).map((entry) => entry.value);
  const known = lanes.map(({ name }) => name);
  if (known.length === 0) problems.push(problem('lanes', 'have at least one lane or be left out', value));
  for (const { name, lane } of journeys) {
    if (lane !== null && known.length > 0) readChoice(lane, known, at(at('journeys', name), 'lane'), problems);
  }
  return lanes;
}

/** Lane that a journey starts in: its own, or the first. */
export function laneOf(journey: ReadJourney, lanes: readonly Lane[]): string | null {
  return journey.lane ?? lanes[0]?.name ?? null;
}

/** Admission tokens that one person costs, in the mean over the journeys. */
export function meanCost(journeys: readonly ReadJourney[], lanes: readonly Lane[]): number {
  return journeys.reduce((sum, journey) => {
    const name = laneOf(journey, lanes);
    return sum + journey.share * (lanes.find((lane) => lane.name === name)?.cost ?? 1);
  }, 0);
}
