import { QUANTITY_KINDS } from '../surge/quantity.ts';
import { type JourneyShare, PROFILES } from '../surge/surge.ts';
import {
  at,
  choiceProblems,
  type Fields,
  fieldsOf,
  listProblems,
  numberProblems,
  type Problem,
  problem,
  satisfies,
  textProblems,
} from './problem.ts';
import { validateProfile } from './validate-profile.ts';

const JOURNEYS = ['register-card', 'qr-payment'] as const satisfies readonly JourneyShare['journey'][];

/** Shares are written in decimals, whose sum may miss 1 by rounding. */
const SHARE_TOLERANCE = 1e-9;

/** Names of surges and lanes end up in addresses and names of folders. */
function nameProblems(fields: Fields, path: string): Problem[] {
  const fits = typeof fields.name === 'string' && /^[a-z][a-z0-9-]{0,39}$/.test(fields.name);
  return fits ? [] : [problem(at(path, 'name'), 'be 1 to 40 small letters, digits and hyphens, a letter first', fields.name)];
}

function laneNames(lanes: unknown): string[] {
  if (!Array.isArray(lanes)) return [];
  return lanes.map((lane: unknown) => fieldsOf(lane)?.name).filter((name) => typeof name === 'string');
}

function lanesProblems(lanes: unknown, path: string): Problem[] {
  const seen = new Set<string>();
  return listProblems(lanes, path, (lane, here) => {
    const problems = [...nameProblems(lane, here), ...numberProblems(lane, { cost: { above: 0, unit: 'admission tokens' } }, here)];
    if (typeof lane.name !== 'string') return problems;
    if (seen.has(lane.name)) problems.push(problem(at(here, 'name'), 'be a name no other lane has', lane.name));
    seen.add(lane.name);
    return problems;
  });
}

function mixProblems(surge: Fields, path: string): Problem[] {
  const lanes = laneNames(surge.lanes);
  const shares: number[] = [];
  const problems = listProblems(surge.mix, path, (part, here) => {
    if (satisfies(part.share, { unit: '' })) shares.push(part.share);
    return [
      ...choiceProblems(part, 'journey', JOURNEYS, here),
      ...numberProblems(part, { share: { atLeast: 0, atMost: 1, unit: '' } }, here),
      ...(lanes.length > 0 ? choiceProblems(part, 'lane', lanes, here) : []),
    ];
  });
  const total = shares.reduce((sum, share) => sum + share, 0);
  const allGiven = Array.isArray(surge.mix) && surge.mix.length > 0 && shares.length === surge.mix.length;
  if (allGiven && Math.abs(total - 1) > SHARE_TOLERANCE) {
    problems.push({
      path,
      message: `shares must add up to 1, got ${Number(total.toPrecision(6))}; change one by ${Number((1 - total).toPrecision(6))}`,
    });
  }
  return problems;
}

function factsProblems(value: unknown, path: string): Problem[] {
  const facts = fieldsOf(value);
  if (facts === null) return [problem(path, 'be an object of facts (it may be empty)', value)];
  return Object.entries(facts).flatMap(([name, fact]) => {
    const here = at(path, name);
    const fields = fieldsOf(fact);
    if (fields === null) return [problem(here, 'be an object with value, unit, source and kind', fact)];
    const finite = satisfies(fields.value, { unit: '' }) ? [] : [problem(at(here, 'value'), 'be a finite number', fields.value)];
    return [...finite, ...textProblems(fields, ['unit', 'source'], here), ...choiceProblems(fields, 'kind', QUANTITY_KINDS, here)];
  });
}

function profilesProblems(value: unknown, path: string): Problem[] {
  const profiles = fieldsOf(value);
  if (profiles === null) return [problem(path, `be an object with ${PROFILES.join(', ')}`, value)];
  return PROFILES.flatMap((name) => validateProfile(profiles[name], at(path, name)));
}

/**
 * Everything wrong with a surge, all at once and none twice; empty for a sound one. Takes anything that JSON can hold.
 * `path` is where the surge stands in its file, for the paths of the problems.
 */
export function validateSurge(value: unknown, path = ''): Problem[] {
  const surge = fieldsOf(value);
  if (surge === null) return [problem(path, 'be a surge, an object', value)];
  return [
    ...nameProblems(surge, path),
    ...textProblems(surge, ['title', 'story'], path),
    ...lanesProblems(surge.lanes, at(path, 'lanes')),
    ...mixProblems(surge, at(path, 'mix')),
    ...factsProblems(surge.facts, at(path, 'facts')),
    ...profilesProblems(surge.profiles, at(path, 'profiles')),
  ];
}
