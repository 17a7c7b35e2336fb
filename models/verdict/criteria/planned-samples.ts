import { arrivalCurve } from '../../workload/arrivals/curves/from-spec.ts';
import type { Step, Surge, SurgeProfile } from '../../workload/surge/surge.ts';
import type { JudgeInput } from '../judge-input.ts';

/** How many people the judged phases can be expected to bring. */
export interface PlannedPeople {
  readonly arriving: number;
  /** As far as the waiting room of a service that surgeproof started admits them meanwhile. */
  readonly entering: number;
}

type Plan = Pick<JudgeInput, 'walk'> & { readonly configuration: { readonly surge: Surge; readonly profile: SurgeProfile } };

/** People of the phases that count, by the arrival curve. */
export function plannedPeople({ surge, profile }: Plan['configuration']): PlannedPeople {
  const { arriving, seconds } = judgedPart(profile);
  const tokens = profile.service === null || surge.lanes.length === 0 ? Number.POSITIVE_INFINITY : profile.service.admissionTokens;
  return { arriving, entering: Math.min(arriving, (tokens / meanCost(surge)) * seconds) };
}

/**
 * Attempts at a step that a run can be expected to make: one a person of every journey whose walk made it, or as many as there were
 * where that is more. Retries are left out, so the walk gives a lower bound of a good run.
 */
export function plannedAttempts(step: Step, attempts: number, { configuration, walk }: Plan): number {
  const people = plannedPeople(configuration);
  const walked = configuration.surge.journeys.filter(({ name }) => walk?.[name]?.includes(step.name));
  const share = walked.reduce((sum, journey) => sum + journey.share, 0);
  return Math.max(attempts, share * (step.room ? people.arriving : people.entering));
}

function judgedPart({ phases, arrivals, arrivalSeconds, drainSeconds }: SurgeProfile): { arriving: number; seconds: number } {
  const curve = arrivalCurve(arrivals);
  const until = (seconds: number): number => curve.arrivalsUntil(Math.min(seconds, arrivalSeconds));
  return phases.reduce(
    (sum, { from, judged }, i) => {
      const to = phases[i + 1]?.from ?? arrivalSeconds + drainSeconds;
      return judged ? { arriving: sum.arriving + until(to) - until(from), seconds: sum.seconds + to - from } : sum;
    },
    { arriving: 0, seconds: 0 },
  );
}

/** Admission tokens an average person costs. */
function meanCost({ lanes, journeys }: Pick<Surge, 'lanes' | 'journeys'>): number {
  return journeys.reduce((sum, { share, lane }) => sum + share * (lanes.find(({ name }) => name === lane)?.cost ?? 1), 0);
}
