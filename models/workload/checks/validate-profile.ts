import type { CurveSpec } from '../arrivals/curve-spec.ts';
import { arrivalCurve } from '../arrivals/curves/from-spec.ts';
import type { Phase } from '../surge/surge.ts';
import {
  at,
  booleanProblems,
  choiceProblems,
  type Fields,
  fieldsOf,
  listProblems,
  type NumberRule,
  numberProblems,
  orderProblems,
  type Problem,
  problem,
  textProblems,
} from './problem.ts';
import { curveProblems } from './validate-curve.ts';

const SECONDS: NumberRule = { atLeast: 0, unit: 'seconds' };
const PAUSE: NumberRule = { atLeast: 0, unit: 'milliseconds' };
const POSITIVE_MS: NumberRule = { above: 0, unit: 'milliseconds' };
const SHARE: NumberRule = { atLeast: 0, atMost: 1, unit: '' };
const ONE_OR_MORE: NumberRule = { atLeast: 1, whole: true, unit: '' };
const WHOLE: NumberRule = { atLeast: 0, whole: true, unit: '' };

const NUMBERS: Readonly<Record<string, NumberRule>> = {
  arrivalSeconds: { above: 0, unit: 'seconds' },
  drainSeconds: SECONDS,
  hosts: ONE_OR_MORE,
  clientTimeout: POSITIVE_MS,
  impatienceMedian: POSITIVE_MS,
  thinkScale: { atLeast: 0, unit: '' },
  admissionTokens: { above: 0, unit: 'tokens per second' },
  nodes: ONE_OR_MORE,
};

const RETRY_NUMBERS: Readonly<Record<string, NumberRule>> = {
  probability: SHARE,
  maxRetries: WHOLE,
  quickRetries: WHOLE,
  quickLow: PAUSE,
  quickHigh: PAUSE,
  slowMedian: POSITIVE_MS,
  slowP95: POSITIVE_MS,
};

const PHASES = ['warm-up', 'steady', 'surge', 'drain'] as const satisfies readonly Phase['name'][];

function retryProblems(value: unknown, path: string): Problem[] {
  const retry = fieldsOf(value);
  if (retry === null) return [problem(path, 'be an object', value)];
  return [
    ...numberProblems(retry, RETRY_NUMBERS, path),
    ...orderProblems(retry, 'quickLow', 'quickHigh', 'ms', path, true),
    ...orderProblems(retry, 'slowMedian', 'slowP95', 'ms', path, true),
  ];
}

function phasesProblems(profile: Fields, path: string): Problem[] {
  const { arrivalSeconds, drainSeconds } = profile;
  // Without sound times, which are reported by themselves, no phase begins too late.
  const end = typeof arrivalSeconds === 'number' && typeof drainSeconds === 'number' ? arrivalSeconds + drainSeconds : Infinity;
  let previous: unknown;
  const problems = listProblems(profile.phases, path, (phase, here, index) => {
    const from = phase.from;
    const before = previous;
    previous = from;
    const wrong = [
      ...choiceProblems(phase, 'name', PHASES, here),
      ...numberProblems(phase, { from: SECONDS }, here),
      ...booleanProblems(phase, ['judged'], here),
    ];
    if (typeof from !== 'number' || !(from >= 0)) return wrong;
    const place = { path: at(here, 'from') };
    if (index === 0 && from !== 0) wrong.push(problem(place.path, 'be 0, as the run begins with its first phase', from));
    if (typeof before === 'number' && from <= before) {
      wrong.push({ ...place, message: `must be after the phase before (${before} seconds), got ${from} seconds` });
    } else if (from >= end && index > 0) {
      wrong.push({ ...place, message: `must be before the run ends (${end} seconds), got ${from} seconds` });
    }
    return wrong;
  });
  if (
    Array.isArray(profile.phases) &&
    profile.phases.length > 0 &&
    !profile.phases.some((phase: unknown) => fieldsOf(phase)?.judged === true)
  ) {
    problems.push({ path, message: 'must have a judged phase, or no budget could ever be met; set judged of one of them to true' });
  }
  return problems;
}

function arrivalProblems(profile: Fields, path: string): Problem[] {
  const problems = curveProblems(profile.arrivals, path);
  const until = profile.arrivalSeconds;
  if (problems.length > 0 || typeof until !== 'number' || !(until > 0)) return problems;
  const expected = arrivalCurve(profile.arrivals as CurveSpec).arrivalsUntil(until);
  if (expected > 0 && Number.isFinite(expected)) return [];
  return [{ path, message: `must bring a finite number of people above 0 before arrivalSeconds (${until}), got ${expected}` }];
}

/** Everything wrong with one size of a surge, in the order of its fields; empty for a sound one. Takes anything that JSON can hold. */
export function validateProfile(value: unknown, path = ''): Problem[] {
  const profile = fieldsOf(value);
  if (profile === null) return [problem(path, 'be a profile, an object', value)];
  return [
    ...textProblems(profile, ['description'], path),
    ...numberProblems(profile, NUMBERS, path),
    ...(profile.doorsOpenAfter === undefined ? [] : numberProblems(profile, { doorsOpenAfter: SECONDS }, path)),
    ...arrivalProblems(profile, at(path, 'arrivals')),
    ...booleanProblems(profile, ['evenSpacing'], path),
    ...phasesProblems(profile, at(path, 'phases')),
    ...retryProblems(profile.retry, at(path, 'retry')),
  ];
}
