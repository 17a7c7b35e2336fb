import { fieldsOf, type Problem, problem } from '../../workload/checks/problem.ts';
import type { RunConfiguration } from '../../workload/surge/run-configuration.ts';
import type { Surge } from '../../workload/surge/surge.ts';
import { WAITING_ROOM_STEPS } from '../../workload/surge/waiting-room-steps.ts';
import type { Accounts } from '../accounts.ts';
import type { ForecastArrivals } from '../arrivals/arrivals.ts';
import type { Problems } from '../units/read-units.ts';
import { assumptions } from './assumptions.ts';
import type { ReadProfile } from './profile/profile.ts';
import { type ReadSurge, readSurge, type TargetKind } from './read-surge.ts';
import type { ResolvedConfig } from './resolved-config.ts';
import { runBudgets } from './run-budgets.ts';
import { laneOf } from './surge/lanes.ts';
import { readChoice } from './values/read-values.ts';

export interface ResolveInput {
  /** What the surge file exports by default. */
  readonly definition: unknown;
  readonly profileName: string;
  readonly config: ResolvedConfig;
  readonly target: TargetKind;
}

export interface ResolvedSurge {
  readonly configuration: RunConfiguration;
  /** Arrivals that a forecast file says; they take the place of those in the profile, which bring nobody. */
  readonly forecast: ForecastArrivals | null;
  readonly accounts: Accounts<unknown> | null;
}

function checkProfileName(name: string, profiles: readonly ReadProfile[], problems: Problems): ReadProfile | null {
  const names = profiles.map((profile) => profile.name);
  // Without any profile there is a problem already.
  if (names.length === 0 || readChoice(name, names, 'profile', problems) === null) return null;
  return profiles.find((profile) => profile.name === name) ?? null;
}

function configurationOf(read: ReadSurge, chosen: ReadProfile, { defaults }: ResolvedConfig, target: TargetKind): RunConfiguration {
  const { hasWaitingRoom } = target;
  const { name, title, story, steps, journeys, people, lanes, demand, facts, audit, says } = read;
  const { budgets, assumed } = runBudgets({ steps, journeys, people, chosen, defaults, hasWaitingRoom });
  const surge: Surge = {
    name,
    title,
    story,
    lanes: hasWaitingRoom ? lanes : [],
    journeys: journeys.map((journey) => ({
      name: journey.name,
      title: journey.title,
      share: journey.share,
      lane: hasWaitingRoom ? laneOf(journey, lanes) : null,
    })),
    steps: [...(hasWaitingRoom ? WAITING_ROOM_STEPS : []), ...steps.map(({ step }) => step)],
    demand,
    facts,
    ...(audit === undefined ? {} : { audit }),
    assumed: [...assumed, ...assumptions({ chosen, defaults, target, demand, says })],
  };
  return { surge, profileName: chosen.name, profile: chosen.profile, budgets, queue: hasWaitingRoom ? read.queue : null };
}

/** Whether anything is asked of the service behind the waiting room, which has a budget of its own. */
function limitsAnything({ budgets }: RunConfiguration, { steps }: ReadSurge): boolean {
  const own = steps.map(({ step }) => budgets.steps[step.name]!);
  return (
    own.some(({ p50, p95, p99, errorShare }) => [p50, p95, p99, errorShare].some((limit) => limit !== null)) ||
    Object.values(budgets.journeys).some((budget) => Object.values(budget).some((limit) => limit !== null))
  );
}

/** The definition as one run needs it, or everything that is wrong with the file, whichever profile is asked for. */
export function resolveSurge(input: ResolveInput): { readonly resolved: ResolvedSurge } | { readonly problems: Problem[] } {
  const { definition, profileName, config, target } = input;
  const file = fieldsOf(definition);
  if (file === null) return { problems: [problem('', 'export a surge by default: export default defineSurge({ … })', definition)] };
  const problems: Problems = [];
  const read = readSurge(file, config, target, problems);
  const chosen = checkProfileName(profileName, read.profiles, problems);
  if (problems.length > 0 || chosen === null) return { problems };
  const configuration = configurationOf(read, chosen, config, target);
  if (!limitsAnything(configuration, read)) {
    const rule = 'must have at least one limit on latency or errors, or a journey a budget, got none';
    return { problems: [{ path: 'steps', message: `${rule}; leave a null out to take the default` }] };
  }
  return { resolved: { configuration, forecast: chosen.forecast, accounts: read.accounts } };
}
