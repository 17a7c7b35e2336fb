import { at, fieldsOf, type Problem } from '../../workload/checks/problem.ts';
import type { StepBudget } from '../../workload/surge/budget.ts';
import { type Problems, readDuration, readPositiveRate } from '../units/read-units.ts';
import {
  CLIENT_TIMEOUT,
  HUMAN_RETRY,
  MAXIMUM_ARRIVAL_RATE,
  PATIENCE,
  QUEUE_LIMITS,
  STEP_BUDGET,
  WAITING_ROOM_BUDGET,
} from './built-in-defaults.ts';
import { readRetry } from './profile/retry.ts';
import type { ResolvedConfig, ResolvedDefaults, ResolvedTarget } from './resolved-config.ts';
import { BUDGET_FIELDS, filledBudget, readBudget } from './surge/budget.ts';
import { queueGiven, readQueue } from './surge/queue.ts';
import { readTarget } from './target/target.ts';
import { readFields, readNamed } from './values/read-values.ts';

const SOURCE = 'k6.config.ts';
const FIELDS = ['budget', 'waitingRoomBudget', 'queue', 'retry', 'patience', 'timeout', 'maximumArrivalRate'] as const;

function readDefaultBudget(value: unknown, usual: StepBudget, path: string, problems: Problems): StepBudget {
  if (value === undefined) return usual;
  const fields = readFields(value, BUDGET_FIELDS, path, problems);
  return fields === null ? usual : filledBudget(readBudget(fields, path, problems), usual, SOURCE);
}

/** Names of what is given, `budget.p95`; a budget counts field by field. */
function givenIn(fields: Readonly<Record<string, unknown>>): string[] {
  return FIELDS.filter((name) => fields[name] !== undefined).flatMap((name) => {
    if (name === 'queue') return queueGiven(fields.queue).map((limit) => at(name, limit));
    if (name !== 'budget' && name !== 'waitingRoomBudget') return [name];
    return Object.keys(fieldsOf(fields[name]) ?? {}).map((limit) => at(name, limit));
  });
}

function readDefaults(value: unknown, problems: Problems): ResolvedDefaults {
  const path = 'defaults';
  const fields = value === undefined ? {} : (readFields(value, FIELDS, path, problems) ?? {});
  const or = (name: (typeof FIELDS)[number], usual: number, read: typeof readDuration): number =>
    fields[name] === undefined ? usual : read(fields[name], at(path, name), problems);
  return {
    budget: readDefaultBudget(fields.budget, STEP_BUDGET, at(path, 'budget'), problems),
    waitingRoomBudget: readDefaultBudget(fields.waitingRoomBudget, WAITING_ROOM_BUDGET, at(path, 'waitingRoomBudget'), problems),
    queue: readQueue(fields.queue, QUEUE_LIMITS, SOURCE, at(path, 'queue'), problems),
    retry: readRetry(fields.retry, HUMAN_RETRY, at(path, 'retry'), problems),
    patience: or('patience', PATIENCE, readDuration),
    timeout: or('timeout', CLIENT_TIMEOUT, readDuration),
    maximumArrivalRate: or('maximumArrivalRate', MAXIMUM_ARRIVAL_RATE, readPositiveRate),
    given: givenIn(fields),
  };
}

/** The configuration of a working folder with every default filled in, or everything that is wrong with it. Nothing at all is a sound one. */
export function resolveConfig(value: unknown): { readonly config: ResolvedConfig } | { readonly problems: Problem[] } {
  const problems: Problems = [];
  const fields = value === undefined ? {} : (readFields(value, ['targets', 'defaults'], '', problems) ?? {});
  const defaults = readDefaults(fields.defaults, problems);
  const most = defaults.maximumArrivalRate;
  const named =
    fields.targets === undefined
      ? []
      : readNamed(fields.targets, 'targets', problems, (target, path, name) => readTarget(target, name, most, path, problems));
  if (problems.length > 0) return { problems };
  const targets: Record<string, ResolvedTarget> = {};
  for (const { name, value: target } of named) if (target !== null) targets[name] = target;
  return { config: { targets, defaults } };
}
