import type { RehearsedForecast } from '../../results/rehearsed-forecast.ts';
import type { CurveSpec } from '../../workload/arrivals/curve-spec.ts';
import { arrivalCurve } from '../../workload/arrivals/curves/from-spec.ts';
import { peakRate } from '../../workload/arrivals/peak-rate.ts';
import { hostsFor } from '../../workload/surge/hosts.ts';
import type { Phase, SurgeProfile } from '../../workload/surge/surge.ts';
import { compressedCurve } from './compressed-curve.ts';
import type { StageableCurve } from './peak-hours.ts';

/** A profile that sends a forecast, and how much of it. */
export interface StagedProfile extends Pick<RehearsedForecast, 'scale' | 'compression' | 'forecast' | 'staged'> {
  readonly profile: SurgeProfile;
}

export interface RehearsalInput {
  readonly profile: SurgeProfile;
  /** In what the forecast counts, per second. */
  readonly given: StageableCurve;
  /** Factor on the rates; null for the profile's usual one. */
  readonly scale: number | null;
  /** How often one person makes what the forecast counts: 0.3 payments. 1 for a forecast of people. */
  readonly perPerson: number;
  readonly hasWaitingRoom: boolean;
}

/** The longest run, seconds: what lasts longer runs faster. */
const LONGEST = 10_800;
/** A profile at least as long as this, seconds, is one of the event itself: forecasts keep their own speed. */
const OWN_SPEED_FROM = 3_600;
/** A profile shorter than this, seconds, asks whether everything works: its rates are the most it sends. */
const SHORT = 60;
/** Seconds in which the busiest second rises and falls. */
const EDGE = 0.01;

/**
 * A profile with the arrivals of a forecast in place of its own. Nodes, think and drain times stay those of the profile; how long it is
 * decides the rest:
 *
 *   under a minute   (smoke, as a habit) the shape in the seconds of the profile, at rates no higher than the profile's own
 *   up to an hour    (lab) the forecast's arrivals per second, its hours in the minutes of the profile: fewer people, so lines are shorter by `compression`
 *   an hour or more  (full, or arrivals that are a forecast) the forecast itself, at its own speed up to three hours
 */
export function rehearsalProfile({ profile, given, scale, perPerson, hasWaitingRoom }: RehearsalInput): StagedProfile {
  const people = inPeople(given, perPerson);
  const begins = profile.phases.find(({ judged }) => judged)?.from ?? 0;
  const ownSpeed = profile.arrivalSeconds >= OWN_SPEED_FROM;
  const length = Math.min(people.seconds, ownSpeed ? LONGEST : profile.arrivalSeconds - begins);
  const compression = people.seconds / length;
  const highest = Math.max(peakRate(people.curve, people.seconds), people.burst ?? 0);
  const short = profile.arrivalSeconds < SHORT;
  const by = scale ?? (short ? Math.min(1, peakRate(profile.arrivals, profile.arrivalSeconds) / highest) : 1);
  const whole = compressedCurve(people.curve, begins, compression);
  const arrivals: CurveSpec = { shape: 'scaled', by, curve: withBurst(whole, begins, length, people.burst) };
  const arrivalSeconds = begins + length;
  const staged = { peakRate: by * highest, people: arrivalCurve(arrivals).arrivalsUntil(arrivalSeconds) };
  const hosts = hostsFor({ inLine: hasWaitingRoom ? staged.people : 0, peakRate: staged.peakRate });
  return {
    profile: {
      ...profile,
      description: `a forecast in the place of: ${profile.description}`,
      arrivals,
      arrivalSeconds,
      phases: phasesOf(profile, begins, arrivalSeconds),
      hosts: Math.max(profile.hosts, hosts),
      // A forecast brings people over hours: nobody stands in front of closed doors.
      service: profile.service === null ? null : { ...profile.service, doorsOpenAfter: 0 },
    },
    scale: by,
    compression,
    forecast: { peakRate: highest, people: arrivalCurve(people.curve).arrivalsUntil(people.seconds), seconds: people.seconds },
    staged,
  };
}

/** A forecast of payments as one of the people who make them. */
function inPeople({ curve, seconds, burst }: StageableCurve, perPerson: number): StageableCurve {
  if (perPerson === 1) return { curve, seconds, burst };
  return { curve: { shape: 'scaled', by: 1 / perPerson, curve }, seconds, burst: burst === null ? null : burst / perPerson };
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

/** Warm-up, the surge, and what is not judged after it as long after the last arrival as it was. */
function phasesOf({ phases, arrivalSeconds }: SurgeProfile, begins: number, ends: number): Phase[] {
  const last = phases.at(-1);
  const drain = last === undefined || last.judged || last.from <= begins ? null : last;
  return [
    ...(begins > 0 ? [{ name: 'warm-up', from: 0, judged: false }] : []),
    { name: 'surge', from: begins, judged: true },
    ...(drain === null ? [] : [{ ...drain, from: ends + Math.max(0, drain.from - arrivalSeconds) }]),
  ];
}
