import { at } from '../../workload/checks/problem.ts';
import type { Budgets, StepBudget } from '../../workload/surge/budget.ts';
import type { Assumption } from '../../workload/surge/surge.ts';
import { WAITING_ROOM_STEPS } from '../../workload/surge/waiting-room-steps.ts';
import { sayDuration, sayShare } from '../units/say-units.ts';
import { type GivenPeople, peopleLimits } from './people.ts';
import { judgedPeople } from './profile/judged-people.ts';
import type { ReadProfile } from './profile/profile.ts';
import type { ResolvedDefaults } from './resolved-config.ts';
import { showableErrors } from './showable-errors.ts';
import { filledBudget, type GivenBudget } from './surge/budget.ts';
import type { ReadJourney } from './surge/journeys.ts';
import type { ReadStep } from './surge/steps.ts';

const FEWEST_SAMPLES = 30;

/** Defaults that the samples of a profile can show: an error limit and a number of samples that are not given. */
function fittingDefaults(defaults: StepBudget, name: 'budget' | 'waitingRoomBudget', said: readonly string[], people: number): StepBudget {
  const fewest = Math.max(FEWEST_SAMPLES, Math.min(defaults.minSamples, Math.floor(people / 2)));
  const { errorShare } = defaults;
  const asItIs = errorShare === null || people <= 0 || said.includes(at(name, 'errors'));
  return {
    ...defaults,
    errorShare: asItIs ? errorShare : showableErrors(errorShare, people),
    minSamples: said.includes(at(name, 'minSamples')) || people <= 0 ? defaults.minSamples : fewest,
  };
}

/** What is in a budget on nobody's word, for the report. */
function assumedIn(budget: StepBudget, usual: StepBudget, given: GivenBudget, said: readonly string[], path: string): Assumption[] {
  const nobody = (field: keyof GivenBudget, name: string): boolean => given[field] === undefined && !said.includes(name);
  const times = (['p50', 'p95', 'p99'] as const).flatMap((name) => {
    const limit = budget[name];
    return limit !== null && nobody(name, name) ? [{ path: at(path, name), value: sayDuration(limit) }] : [];
  });
  const share = budget.errorShare;
  const errors = share !== null && nobody('errorShare', 'errors') ? [{ path: at(path, 'errors'), value: sayShare(share) }] : [];
  const few = budget.minSamples < usual.minSamples && nobody('minSamples', 'minSamples');
  return [...times, ...errors, ...(few ? [{ path: at(path, 'minSamples'), value: String(budget.minSamples) }] : [])];
}

export interface BudgetInput {
  readonly steps: readonly ReadStep[];
  readonly journeys: readonly ReadJourney[];
  /** What the surge says, before what its profile says. */
  readonly people: GivenPeople;
  readonly chosen: ReadProfile;
  readonly defaults: ResolvedDefaults;
  readonly hasWaitingRoom: boolean;
}

/** Budgets of a run: profile before step before k6.config.ts before our own. */
export function runBudgets({ steps, journeys, people: ofSurge, chosen, defaults, hasWaitingRoom }: BudgetInput): {
  budgets: Budgets;
  assumed: Assumption[];
} {
  const people = judgedPeople(chosen.profile);
  const rarest = Math.min(1, ...journeys.map(({ share }) => share).filter((share) => share > 0));
  const assumed: Assumption[] = [];
  const saidOf = (name: string): string[] =>
    defaults.given.filter((field) => field.startsWith(`${name}.`)).map((field) => field.slice(name.length + 1));
  const budgetOf = (given: GivenBudget, kind: 'budget' | 'waitingRoomBudget', samples: number, path: string): StepBudget => {
    const usual = fittingDefaults(defaults[kind], kind, defaults.given, samples);
    const budget = filledBudget(given, usual, 'surge file');
    assumed.push(...assumedIn(budget, defaults[kind], given, saidOf(kind), path));
    return budget;
  };
  // The limit of the profile replaces limits, it does not make one where the step has none.
  const withErrors = (given: GivenBudget): GivenBudget =>
    chosen.errors === null || given.errorShare === null ? given : { ...given, errorShare: chosen.errors };
  const room = hasWaitingRoom ? WAITING_ROOM_STEPS : [];
  const ofRoom = room.map(({ name }) => [name, budgetOf(withErrors({}), 'waitingRoomBudget', people, at('steps', name))] as const);
  const ofSteps = steps.map(({ step: { name }, given }) => {
    const whole = { ...withErrors(given), ...chosen.budgets[name] };
    return [name, budgetOf(whole, 'budget', people * rarest, at('steps', name))] as const;
  });
  const all = Object.fromEntries([...ofRoom, ...ofSteps]);
  const givenPeople = { ...ofSurge, ...chosen.people };
  const limits = peopleLimits(
    givenPeople,
    Object.values(all).map(({ errorShare }) => errorShare),
  );
  if (givenPeople.servedShare === undefined) assumed.push({ path: at('people', 'served'), value: sayShare(limits.servedShare) });
  const ofJourneys = journeys.map(({ name, budget }) => [name, budget] as const);
  return { budgets: { steps: all, journeys: Object.fromEntries(ofJourneys), people: limits }, assumed };
}
