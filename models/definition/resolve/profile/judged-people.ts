import { arrivalCurve } from '../../../workload/arrivals/curves/from-spec.ts';
import type { SurgeProfile } from '../../../workload/surge/surge.ts';

type Arrivals = Pick<SurgeProfile, 'phases' | 'arrivals' | 'arrivalSeconds'>;

/** People who arrive in judged phases, as expected. */
export function judgedPeople({ phases, arrivals, arrivalSeconds }: Arrivals): number {
  const { arrivalsUntil } = arrivalCurve(arrivals);
  return phases.reduce((sum, { from, judged }, index) => {
    const until = Math.min(phases[index + 1]?.from ?? arrivalSeconds, arrivalSeconds);
    return judged && until > from ? sum + arrivalsUntil(until) - arrivalsUntil(from) : sum;
  }, 0);
}

/** Why a run of these arrivals could judge nothing, as a rule with what was given; null when somebody is expected in judged phases. */
export function nobodyJudged(profile: Arrivals): string | null {
  const people = judgedPeople(profile);
  if (people >= 1) return null;
  const { phases, arrivalSeconds } = profile;
  const judged = phases.filter((phase) => phase.judged).map(({ name }) => name);
  return `must bring at least one person in a judged phase (${judged.join(', ')}), got ${Number(people.toPrecision(2))} expected in ${arrivalSeconds} s; move the phases, or let more people come`;
}
