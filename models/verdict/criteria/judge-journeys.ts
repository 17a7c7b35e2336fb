import type { JourneySeries } from '../../measurement/folded-run.ts';
import { countOf, perSecond } from '../../measurement/judged-samples.ts';
import type { CriterionResult } from '../../results/verdict.ts';
import type { JourneyBudget } from '../../workload/surge/budget.ts';
import { PEOPLE_LIMITS } from '../../workload/surge/people-limits.ts';
import type { Journey } from '../../workload/surge/surge.ts';
import { decideFew } from '../decision/decide-few.ts';
import { exactCriterion } from '../decision/exact-criterion.ts';
import type { JudgeInput } from '../judge-input.ts';
import { judgeLatency } from './judge-latency.ts';
import { plannedPeople } from './planned-samples.ts';

/** With ten people expected, none at all happens once in 22,000 runs. */
const SURE_TO_COME = 10;
/** The ten samples beyond a percentile are all that is asked of a journey. */
const FEWEST_PEOPLE = 1;

/**
 * Judges the budgets of journeys: the time of people who reached the end, and the share of people who did or were turned away. The people of a
 * journey without such a limit are judged by that of all people, where there are several journeys: among everybody a few are not seen.
 */
export function judgeJourneys(input: JudgeInput): CriterionResult[] {
  const { surge, budgets } = input.configuration;
  return surge.journeys.flatMap((journey) => {
    const budget = budgets.journeys[journey.name];
    const own = budget === undefined ? [] : judgeJourney(journey, budget, input);
    return typeof budget?.servedShare === 'number' || surge.journeys.length === 1 ? own : [...own, ...servedByDefault(journey, input)];
  });
}

const isServed = ({ outcome }: JourneySeries): boolean => outcome === 'ok' || outcome === 'rejected';

/** Of those who left, people who lost patience are the queue's; nothing for a journey that nobody left. */
function servedByDefault({ name, title }: Journey, input: JudgeInput): CriterionResult[] {
  const { servedShare: limit } = { ...PEOPLE_LIMITS, ...input.configuration.budgets.people };
  const left = leftOf(input, name).filter(({ outcome }) => outcome !== 'timeout');
  const [served, people] = [countOf(left.filter(isServed)), countOf(left)];
  if (people === 0) return [];
  const value = served / people;
  const statement = { kind: 'journey', subject: name, title, statistic: 'served', value, operator: '>=', limit, unit: 'share' } as const;
  return [exactCriterion({ id: `defaults.journeys.${name}.served`, ...statement, samples: people }, decideFew(served, people, limit))];
}

function judgeJourney({ name, title, share }: Journey, budget: JourneyBudget, input: JudgeInput): CriterionResult[] {
  const left = leftOf(input, name);
  const planned = share * plannedPeople(input.configuration).entering;
  const timed = left.filter(({ outcome, judged }) => judged && outcome === 'ok');
  const evidence = {
    id: `journeys.${name}`,
    kind: 'journey' as const,
    subject: name,
    title,
    timed,
    seconds: perSecond(timed),
    runSeconds: input.folded.seconds,
    planned,
    mayBeAbsent: planned < SURE_TO_COME,
  };
  const latency = judgeLatency(evidence, { ...budget, minSamples: FEWEST_PEOPLE }, input.seed);
  if (budget.servedShare === null) return latency;
  const finished = countOf(left.filter(isServed));
  const people = peopleOf(input, name);
  const served = exactCriterion({
    id: `journeys.${name}.served`,
    kind: 'journey',
    subject: name,
    title,
    statistic: 'served',
    value: people === 0 ? null : finished / people,
    operator: '>=',
    limit: budget.servedShare,
    unit: 'share',
    samples: people,
  });
  return [...latency, people === 0 && evidence.mayBeAbsent ? { ...served, advisory: true } : served];
}

/** People of one journey who left, over all phases. */
const leftOf = ({ folded }: Pick<JudgeInput, 'folded'>, name: string): JourneySeries[] =>
  folded.journeys.filter(({ journey, clock }) => journey === name && clock === 1);

/**
 * Everyone of one journey who arrived, in any phase. The log counts people by journey only when they leave; those still inside at the end
 * are given to the journeys by what each is short of against its share of arrivals, so the numbers of all journeys add up to all people
 * but those who were thinking at the end.
 */
function peopleOf(input: Pick<JudgeInput, 'folded' | 'run' | 'configuration'>, name: string): number {
  const { arrived, thinking } = input.run.users;
  const journeys = input.configuration.surge.journeys.map((journey) => {
    const left = countOf(leftOf(input, journey.name));
    return { name: journey.name, left, short: Math.max(0, arrived * journey.share - left) };
  });
  const inside = Math.max(0, arrived - thinking - journeys.reduce((sum, { left }) => sum + left, 0));
  const short = journeys.reduce((sum, journey) => sum + journey.short, 0);
  const own = journeys.find((journey) => journey.name === name)!;
  return own.left + (short === 0 ? 0 : Math.round((inside * own.short) / short));
}
