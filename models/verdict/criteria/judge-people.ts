import type { CriterionResult } from '../../results/verdict.ts';
import { PEOPLE_LIMITS, type PeopleLimits } from '../../workload/surge/people-limits.ts';
import type { Decision } from '../decision/decide.ts';
import { exactCriterion } from '../decision/exact-criterion.ts';
import type { JudgeInput } from '../judge-input.ts';
import { PEOPLE_WORDS, type PeopleRule } from '../words/people-words.ts';
import { judgeWarmUp } from './judge-warm-up.ts';

/** One person is no share of a crowd. */
const ONE_PERSON = 1;

/**
 * Judges what became of everybody who arrived, in any phase: the share of people who were served, the share of those whom the service
 * still kept waiting when the run ended, and of those who were thinking then, of whom nobody knows. Counts of all people, not samples.
 */
export function judgePeople(input: JudgeInput): CriterionResult[] {
  const limits = { ...PEOPLE_LIMITS, ...input.configuration.budgets.people };
  const all = [served(input, limits), ...judgeWarmUp(input, limits)];
  return wasCutShort(input) ? all : [...all, left(input, limits), unfinished(input, limits)];
}

/** Then people are inside because the run ended, not because the service kept them. */
const wasCutShort = ({ run, folded }: JudgeInput): boolean => run.interruption !== null || folded.ended === 'stopped';

/**
 * Served are those who reached the end and those turned away with an answer that the surge accepts. Nobody knows of people who were
 * thinking at the end, or inside when the run was cut short; people stopped by an error of the surge file make the run INVALID.
 */
function served(input: JudgeInput, { servedShare }: PeopleLimits): CriterionResult {
  const { arrived, finished, turnedAway, failed, waiting, thinking } = input.run.users;
  const unknown = failed + impatient(input) + (wasCutShort(input) ? waiting : thinking);
  const [good, people] = [finished + turnedAway, Math.max(0, arrived - unknown)];
  const value = people === 0 ? null : good / people;
  return criterion('served', { value, operator: '>=', limit: servedShare, samples: people }, failure(people - good, servedShare < 1));
}

/** No limit on errors explains why people are still waiting after the drain. */
function left({ run }: JudgeInput, { leftShare }: PeopleLimits): CriterionResult {
  const { arrived, waiting, thinking } = run.users;
  const people = waiting - thinking;
  const value = arrived === 0 ? null : people / arrived;
  return criterion('left', { value, operator: '<=', limit: leftShare, samples: arrived }, failure(people, leftShare > 0));
}

/** Where a single person is beyond the limit, the run is too small to show it. */
const failure = (people: number, allowsSome: boolean): Decision | undefined =>
  people === ONE_PERSON && allowsSome ? { verdict: 'INCONCLUSIVE', because: 'too-few-samples' } : undefined;

/** People whose patience with the queue ended, as far as the limit of the queue allows that: it judges them. */
function impatient({ run, configuration: { queue } }: JudgeInput): number {
  if (run.queue === null || queue === null) return 0;
  return Math.min(run.users.lostPatience, Math.floor(queue.maxAbandonedShare * run.queue.joined));
}

/** More thinkers than allowed are no failure of the service: the run was too short to show what becomes of them. */
function unfinished({ run }: JudgeInput, { unfinishedShare }: PeopleLimits): CriterionResult {
  const { arrived, thinking } = run.users;
  const value = arrived === 0 ? null : thinking / arrived;
  const beyond: Decision = thinking === ONE_PERSON ? { verdict: 'PASS' } : { verdict: 'INCONCLUSIVE', because: 'unfinished' };
  return criterion('unfinished', { value, operator: '<=', limit: unfinishedShare, samples: arrived }, beyond);
}

type Measured = Pick<CriterionResult, 'value' | 'operator' | 'limit' | 'samples'>;

/** `beyond`: the decision where the limit is broken; undefined for a plain failure. */
function criterion(name: PeopleRule, measured: Measured, beyond: Decision | undefined): CriterionResult {
  const { title } = PEOPLE_WORDS[name];
  const statement = {
    id: `people.${name}`,
    kind: 'people',
    subject: 'people',
    title,
    statistic: name,
    unit: 'share',
    ...measured,
  } as const;
  const result = exactCriterion(statement);
  return result.verdict === 'FAIL' ? exactCriterion(statement, beyond) : result;
}
