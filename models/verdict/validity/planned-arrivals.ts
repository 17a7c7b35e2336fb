import { arrivalCurve } from '../../workload/arrivals/curves/from-spec.ts';
import type { JudgeInput } from '../judge-input.ts';
import type { Health } from './health.ts';

/** Standard deviations of a Poisson number: beyond six lies one run in a thousand million. */
const DEVIATIONS = 6;
/** Of a few people the distribution is not normal: with one expected, ten come once in ten million runs. */
const FEW = 4;

/**
 * By how many people the arrivals of the log differ from those of the profile, however well the log agrees with itself: one of several VUs
 * that lets nobody in, or a profile that was not the one in force. Nothing is stated of a run that did not come to its end.
 */
export function plannedArrivals({ folded, run, configuration: { profile } }: JudgeInput): Health | null {
  if (folded.ended !== 'complete' || run.interruption !== null) return null;
  const planned = arrivalCurve(profile.arrivals).arrivalsUntil(profile.arrivalSeconds);
  const { scheduled } = run.arrivals;
  // Evenly spaced, each VU may be one person off.
  const limit = profile.evenSpacing ? 1 + profile.hosts : Math.ceil(FEW + DEVIATIONS * Math.sqrt(planned));
  return { value: Math.floor(Math.abs(scheduled - planned)), samples: scheduled, limit, warn: limit };
}
