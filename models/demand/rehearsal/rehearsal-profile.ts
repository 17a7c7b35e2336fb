import type { RehearsedForecast } from '../../results/rehearsed-forecast.ts';
import type { CurveSpec } from '../../workload/arrivals/curve-spec.ts';
import { arrivalCurve } from '../../workload/arrivals/curves/from-spec.ts';
import type { Phase, ProfileName, SurgeProfile } from '../../workload/surge/surge.ts';
import { highestRate } from '../launch/highest-rate.ts';
import { compressedCurve } from './compressed-curve.ts';
import type { StageableCurve } from './peak-hours.ts';

/** A profile that sends a forecast, and how much of it. */
export interface StagedProfile extends Pick<RehearsedForecast, 'scale' | 'compression' | 'forecast' | 'staged'> {
  readonly profile: SurgeProfile;
}

/** The longest run, seconds: what lasts longer runs faster. */
const LONGEST = 10_800;
/** Seconds in which the busiest second rises and falls. */
const EDGE = 0.01;

/**
 * A profile with the arrivals of a forecast in place of its own. People, nodes, think and drain times stay those of the profile.
 *
 *   smoke  the shape in the seconds of the profile, at rates no higher than the profile's own: does everything work?
 *   lab    the forecast's arrivals per second, its hours in the minutes of the profile: fewer people, so lines are shorter by `compression`
 *   full   the forecast itself, at its own speed up to three hours
 *
 * @param scale factor on the rates; null for the profile's usual one
 */
export function rehearsalProfile(profile: SurgeProfile, name: ProfileName, given: StageableCurve, scale: number | null): StagedProfile {
  const begins = profile.phases.find(({ judged }) => judged)?.from ?? 0;
  const length = Math.min(given.seconds, name === 'full' ? LONGEST : profile.arrivalSeconds - begins);
  const compression = given.seconds / length;
  const highest = Math.max(highestRate(given.curve, given.seconds), given.burst ?? 0);
  const usual = name === 'smoke' ? Math.min(1, highestRate(profile.arrivals, profile.arrivalSeconds) / highest) : 1;
  const by = scale ?? usual;
  const whole = compressedCurve(given.curve, begins, compression);
  const arrivals: CurveSpec = { shape: 'scaled', by, curve: withBurst(whole, begins, length, given.burst) };
  const { doorsOpenAfter: _, ...rest } = profile;
  const staged: SurgeProfile = {
    ...rest,
    description: `a forecast in the place of: ${profile.description}`,
    arrivals,
    arrivalSeconds: begins + length,
    phases: phasesOf(profile, begins, begins + length),
  };
  return {
    profile: staged,
    scale: by,
    compression,
    forecast: { peakRate: highest, people: arrivalCurve(given.curve).arrivalsUntil(given.seconds), seconds: given.seconds },
    staged: { peakRate: by * highest, people: arrivalCurve(arrivals).arrivalsUntil(staged.arrivalSeconds) },
  };
}

/** The busiest second stands at the highest point of the curve. */
function withBurst(curve: CurveSpec, begins: number, length: number, burst: number | null): CurveSpec {
  const { rateAt } = arrivalCurve(curve);
  const grid = Array.from({ length: 1_001 }, (_, i) => begins + (i * length) / 1_000);
  const at = grid.reduce((most, time) => (rateAt(time) > rateAt(most) ? time : most));
  const middle = Math.min(Math.max(at, begins + 0.5 + EDGE), begins + length - 0.5 - EDGE);
  const extra = (burst ?? 0) - rateAt(middle);
  if (extra <= 0 || middle < begins + 0.5) return curve;
  const times = [middle - 0.5 - EDGE, middle - 0.5, middle + 0.5, middle + 0.5 + EDGE];
  const points = times.map((time, i) => [time, i === 1 || i === 2 ? extra : 0] as const);
  return { shape: 'sum', of: [curve, { shape: 'piecewise', points }] };
}

/** Warm-up, the surge, and the drain as long after the last arrival as it was. */
function phasesOf({ phases, arrivalSeconds }: SurgeProfile, begins: number, ends: number): Phase[] {
  const drain = phases.find(({ name }) => name === 'drain');
  return [
    ...(begins > 0 ? [{ name: 'warm-up', from: 0, judged: false } as const] : []),
    { name: 'surge', from: begins, judged: true },
    ...(drain === undefined ? [] : [{ ...drain, from: ends + Math.max(0, drain.from - arrivalSeconds) }]),
  ];
}
