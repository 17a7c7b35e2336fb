import { at, problem } from '../../../workload/checks/problem.ts';
import type { Demand } from '../../../workload/surge/surge.ts';
import type { Problems } from '../../units/read-units.ts';
import { readChoice, readFields, readNumber, readRequiredText } from '../values/read-values.ts';
import type { ReadJourney } from './journeys.ts';

function shareOf(value: unknown, journeys: readonly ReadJourney[], path: string, problems: Problems): number {
  if (value === undefined) return 1;
  if (!Array.isArray(value) || value.length === 0) {
    problems.push(problem(path, 'be a list of journeys or be left out', value));
    return 1;
  }
  const names = journeys.map(({ name }) => name);
  const known = value.map((name: unknown, index) => readChoice(name, names, at(path, index), problems));
  const share = journeys.filter(({ name }) => known.includes(name)).reduce((sum, journey) => sum + journey.share, 0);
  if (share === 0 && !known.includes(null)) problems.push({ path, message: 'must be journeys with a share above 0, got a share of 0' });
  return share;
}

/** What a forecast counts, and how often one person makes it; null when the surge does not say. */
export function readDemand(value: unknown, steps: readonly string[], journeys: readonly ReadJourney[], problems: Problems): Demand | null {
  if (value === undefined) return null;
  const path = 'demand';
  const fields = readFields(value, ['unit', 'step', 'journeys', 'perPerson'], path, problems);
  if (fields === null) return null;
  const share = shareOf(fields.journeys, journeys, at(path, 'journeys'), problems);
  const perPerson = fields.perPerson === undefined ? share : readNumber(fields.perPerson, { above: 0 }, at(path, 'perPerson'), problems);
  const step = readChoice(fields.step, steps, at(path, 'step'), problems);
  return { unit: readRequiredText(fields.unit, at(path, 'unit'), problems), step: step ?? '', perPerson };
}
