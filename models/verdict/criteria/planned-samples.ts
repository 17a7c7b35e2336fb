import { arrivalCurve } from '../../workload/arrivals/curves/from-spec.ts';
import type { StepName } from '../../workload/surge/step.ts';
import type { Surge, SurgeProfile } from '../../workload/surge/surge.ts';

/** Steps that everybody who is let in takes, and those of one journey only. Others (polling, cancelling, leaving) depend on luck. */
const EVERYBODY: readonly StepName[] = ['open-app', 'login'];
const BY_JOURNEY: Readonly<Record<Surge['mix'][number]['journey'], readonly StepName[]>> = {
  'register-card': ['identity-send', 'identity-confirm', 'register-card'],
  'qr-payment': ['balance', 'qr-lookup', 'pay'],
};

/**
 * How many attempts of each step a profile can be expected to make in the phases that count: arrivals of these phases, at most as many
 * as the waiting room lets in meanwhile, times the share of the journey. Retries are left out, so it is a lower bound of a good run.
 * Steps that are missing were not planned for.
 */
export function plannedSamples(surge: Pick<Surge, 'lanes' | 'mix'>, profile: SurgeProfile): Partial<Record<StepName, number>> {
  const { arrivals, seconds } = judgedPart(profile);
  const admitted = Math.min(arrivals, (profile.admissionTokens / meanCost(surge)) * seconds);
  const planned: Partial<Record<StepName, number>> = { 'queue-join': arrivals };
  for (const step of EVERYBODY) planned[step] = admitted;
  for (const { journey, share } of surge.mix) {
    for (const step of BY_JOURNEY[journey]) planned[step] = (planned[step] ?? 0) + admitted * share;
  }
  return planned;
}

function judgedPart({ phases, arrivals, arrivalSeconds, drainSeconds }: SurgeProfile): { arrivals: number; seconds: number } {
  const curve = arrivalCurve(arrivals);
  const until = (seconds: number): number => curve.arrivalsUntil(Math.min(seconds, arrivalSeconds));
  return phases.reduce(
    (sum, { from, judged }, i) => {
      const to = phases[i + 1]?.from ?? arrivalSeconds + drainSeconds;
      return judged ? { arrivals: sum.arrivals + until(to) - until(from), seconds: sum.seconds + to - from } : sum;
    },
    { arrivals: 0, seconds: 0 },
  );
}

/** Admission tokens an average person costs. */
function meanCost({ lanes, mix }: Pick<Surge, 'lanes' | 'mix'>): number {
  return mix.reduce((sum, { share, lane }) => sum + share * (lanes.find(({ name }) => name === lane)?.cost ?? 1), 0);
}
