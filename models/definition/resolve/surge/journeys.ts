import { at, fieldsOf, problem } from '../../../workload/checks/problem.ts';
import type { JourneyBudget } from '../../../workload/surge/budget.ts';
import { type Problems, readShare } from '../../units/read-units.ts';
import { readFields, readNamed, readNumber, readText, titleOf } from '../values/read-values.ts';
import { PERCENTILES, readBudget } from './budget.ts';

/** Shares are written in decimals, whose sum may miss 1 by rounding. */
const SHARE_TOLERANCE = 1e-9;

export interface ReadJourney {
  readonly name: string;
  readonly title: string;
  readonly share: number;
  /** As given; null where the journey names none. */
  readonly lane: string | null;
  readonly budget: JourneyBudget;
}

function readJourneyBudget(value: unknown, path: string, problems: Problems): JourneyBudget {
  const none = { p50: null, p95: null, p99: null, servedShare: null };
  if (value === undefined) return none;
  const fields = readFields(value, [...PERCENTILES, 'served'], path, problems);
  if (fields === null) return none;
  const { p50 = null, p95 = null, p99 = null } = readBudget({ p50: fields.p50, p95: fields.p95, p99: fields.p99 }, path, problems);
  return { p50, p95, p99, servedShare: fields.served === undefined ? null : readShare(fields.served, at(path, 'served'), problems) };
}

/** A number from 0 to 1, or a text in percent. */
function readJourneyShare(value: unknown, path: string, problems: Problems): number {
  if (typeof value === 'string') return readShare(value, path, problems);
  if (typeof value === 'number') return readNumber(value, { least: 0, most: 1 }, path, problems);
  problems.push(problem(path, 'be the share of the people, 0 to 1 or such as 30 %', value));
  return Number.NaN;
}

function readJourney(value: unknown, name: string, path: string, problems: Problems): ReadJourney {
  const fields = readFields(value, ['share', 'title', 'lane', 'budget', 'run'], path, problems) ?? {};
  if (typeof fields.run !== 'function')
    problems.push({ path: at(path, 'run'), message: 'must be a function of the user: async run(user) { … }' });
  return {
    name,
    title: readText(fields.title, titleOf(name), at(path, 'title'), problems),
    share: readJourneyShare(fields.share, at(path, 'share'), problems),
    lane: fields.lane === undefined ? null : readText(fields.lane, '', at(path, 'lane'), problems),
    budget: readJourneyBudget(fields.budget, at(path, 'budget'), problems),
  };
}

/** The journeys of a surge; their shares add up to 1. */
export function readJourneys(value: unknown, problems: Problems): readonly ReadJourney[] {
  const path = 'journeys';
  if (Object.keys(fieldsOf(value) ?? { none: 0 }).length === 0) {
    problems.push({ path, message: 'must have at least one journey, got none' });
    return [];
  }
  const journeys = readNamed(value, path, problems, (journey, here, name) => readJourney(journey, name, here, problems)).map(
    (entry) => entry.value,
  );
  const total = journeys.reduce((sum, { share }) => sum + share, 0);
  if (journeys.length > 0 && Math.abs(total - 1) > SHARE_TOLERANCE) {
    const [sum, missing] = [Number(total.toPrecision(6)), Number((1 - total).toPrecision(6))];
    problems.push({ path, message: `shares must add up to 1, got ${sum}; change one by ${missing}` });
  }
  return journeys;
}
