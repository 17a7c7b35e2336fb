import { arrivalCurve } from '../../../workload/arrivals/curves/from-spec.ts';
import { peakRate } from '../../../workload/arrivals/peak-rate.ts';
import { at, type Fields } from '../../../workload/checks/problem.ts';
import { hostsFor } from '../../../workload/surge/hosts.ts';
import type { ServiceSize, SurgeProfile } from '../../../workload/surge/surge.ts';
import type { ForecastArrivals } from '../../arrivals/arrivals.ts';
import { type Problems, readDuration, readDurationOrZero, readPositiveRate, readShare } from '../../units/read-units.ts';
import { sayDuration } from '../../units/say-units.ts';
import { DOUBLE_TAPS, MAXIMUM_ARRIVAL_RATE, THINKING_AFTER_ARRIVALS } from '../built-in-defaults.ts';
import { type GivenPeople, readPeople } from '../people.ts';
import type { ResolvedDefaults } from '../resolved-config.ts';
import { BUDGET_FIELDS, type GivenBudget, latencyOrder, readBudget } from '../surge/budget.ts';
import type { ReadStep } from '../surge/steps.ts';
import { type NumberLimits, readBoolean, readFields, readNumber, readText, titleOf } from '../values/read-values.ts';
import { readArrivals } from './arrivals.ts';
import { readFaults } from './faults.ts';
import { nobodyJudged } from './judged-people.ts';
import { readPhases } from './phases.ts';
import { readRecovery } from './recovery.ts';
import { readRetry } from './retry.ts';
import { readRuleSpeed } from './rule-speed.ts';

const FIELDS = [
  'arrivals',
  'description',
  'warmUp',
  'phases',
  'drain',
  'even',
  'errors',
  'budgets',
  'people',
  'timeout',
  'retry',
  'doubleTaps',
  'patience',
  'thinkScale',
  'hosts',
  'service',
  'faults',
  'recovery',
] as const;

/** What a profile is read against. */
export interface ProfileContext {
  readonly steps: readonly ReadStep[];
  readonly defaults: ResolvedDefaults;
  readonly hasWaitingRoom: boolean;
  readonly isService: boolean;
  /** Admission tokens per person, in the mean. */
  readonly meanCost: number;
}

export interface ReadProfile {
  readonly name: string;
  readonly profile: SurgeProfile;
  readonly forecast: ForecastArrivals | null;
  /** Error limit of every step in this profile; null when it sets none. */
  readonly errors: number | null;
  readonly budgets: Readonly<Record<string, GivenBudget>>;
  readonly people: GivenPeople;
  /** The fields given, to know what was assumed. */
  readonly given: readonly string[];
}

/** A waiting room that never makes anybody wait: so many times the tokens of the highest arrival rate, which a forecast tells only later. */
const AMPLE = 1.5;

const SERVICE_FIELDS = ['nodes', 'admissionRate', 'doorsOpenAfter', 'closesAfter', 'ruleSpeed'] as const;

function readService(value: unknown, peak: number, context: ProfileContext, path: string, problems: Problems): ServiceSize | null {
  const fields = value === undefined ? {} : (readFields(value, SERVICE_FIELDS, path, problems) ?? {});
  const size: ServiceSize = {
    nodes: fields.nodes === undefined ? 1 : readNumber(fields.nodes, { least: 1, whole: true }, at(path, 'nodes'), problems),
    admissionTokens:
      fields.admissionRate === undefined
        ? Math.max(1, Math.ceil(AMPLE * (peak > 0 ? peak : MAXIMUM_ARRIVAL_RATE) * context.meanCost))
        : readPositiveRate(fields.admissionRate, at(path, 'admissionRate'), problems),
    doorsOpenAfter:
      fields.doorsOpenAfter === undefined ? 0 : readDurationOrZero(fields.doorsOpenAfter, at(path, 'doorsOpenAfter'), problems) / 1_000,
    ...(fields.closesAfter === undefined
      ? {}
      : { closesAfter: readDuration(fields.closesAfter, at(path, 'closesAfter'), problems) / 1_000 }),
    ...(fields.ruleSpeed === undefined ? {} : { ruleSpeed: readRuleSpeed(fields.ruleSpeed, at(path, 'ruleSpeed'), problems) }),
  };
  return context.isService ? size : null;
}

/**
 * Seconds until everybody who arrived can be through: the time-out of a last request, the rest of a journey at its think times, and
 * with a known admission rate the line that is left when the arrivals end.
 */
function usualDrain(timeout: number, thinkScale: number, lineSeconds: number): number {
  return Math.ceil(timeout / 1_000 + THINKING_AFTER_ARRIVALS * Math.max(thinkScale, 0.25) + Math.max(0, lineSeconds));
}

function readBudgets(value: unknown, steps: readonly ReadStep[], path: string, problems: Problems): Record<string, GivenBudget> {
  if (value === undefined) return {};
  const names = steps.map(({ step }) => step.name);
  const fields = readFields(value, names, path, problems) ?? {};
  const budgets: Record<string, GivenBudget> = {};
  for (const { step, given } of steps) {
    if (!Object.hasOwn(fields, step.name) || fields[step.name] === undefined) continue;
    const here = at(path, step.name);
    const before = problems.length;
    const own = readFields(fields[step.name], BUDGET_FIELDS, here, problems);
    if (own === null) continue;
    budgets[step.name] = readBudget(own, here, problems);
    // Beside what the step says, unless one of the two is wrong by itself.
    if (problems.length === before && latencyOrder(given, '').length === 0)
      problems.push(...latencyOrder({ ...given, ...budgets[step.name] }, here));
  }
  return budgets;
}

function readDoubleTaps(value: unknown, path: string, problems: Problems): number {
  if (value === undefined) return DOUBLE_TAPS;
  return value === 'none' ? 0 : readShare(value, path, problems);
}

/** Reads fields of a profile that have a default. */
function readerOf(fields: Fields, path: string, problems: Problems) {
  return {
    amount: (field: string, usual: number, read: typeof readDuration): number =>
      fields[field] === undefined ? usual : read(fields[field], at(path, field), problems),
    number: (field: string, usual: number, limits: NumberLimits): number =>
      fields[field] === undefined ? usual : readNumber(fields[field], limits, at(path, field), problems),
  };
}

/** Without this a run ends before its last requests can time out, and nobody knows how they would have ended. Milliseconds. */
function checkDrain(drain: number, timeout: number, path: string, problems: Problems): void {
  if (!(drain < timeout)) return;
  const least = sayDuration(timeout);
  problems.push({
    path,
    message: `must be at least the time-out of a request (${least}), got ${sayDuration(drain)}; set drain to ${least} or more, or lower timeout`,
  });
}

/** What is sent, and the defaults that follow from how much it is. */
function readSizes(fields: Fields, context: ProfileContext, path: string, problems: Problems) {
  const { amount, number } = readerOf(fields, path, problems);
  const arrivals = readArrivals(fields.arrivals, at(path, 'arrivals'), problems);
  const { seconds, curve } = arrivals ?? { seconds: Number.NaN, curve: { shape: 'constant', rate: 0 } as const };
  const [peak, people] = arrivals === null ? [0, 0] : [peakRate(curve, seconds), arrivalCurve(curve).arrivalsUntil(seconds)];
  const clientTimeout = amount('timeout', context.defaults.timeout, readDuration);
  const thinkScale = number('thinkScale', 1, { least: 0 });
  const service = readService(fields.service, peak, context, at(path, 'service'), problems);
  const inLine = context.hasWaitingRoom ? people : 0;
  const queued =
    service === null || inLine === 0 ? 0 : (people * context.meanCost) / service.admissionTokens + service.doorsOpenAfter - seconds;
  const drain = amount('drain', 1_000 * usualDrain(clientTimeout, thinkScale, queued), readDurationOrZero) / 1_000;
  checkDrain(1_000 * drain, clientTimeout, at(path, 'drain'), problems);
  const hosts = number('hosts', hostsFor({ inLine, peakRate: peak }), { least: 1, whole: true });
  return { forecast: arrivals?.forecast ?? null, seconds, curve, clientTimeout, thinkScale, service, drain, hosts };
}

/** One profile with every default filled in. */
export function readProfile(value: unknown, name: string, context: ProfileContext, path: string, problems: Problems): ReadProfile | null {
  const fields = readFields(value, FIELDS, path, problems);
  if (fields === null) return null;
  const before = problems.length;
  const { defaults } = context;
  const { forecast, seconds, curve, clientTimeout, thinkScale, service, drain, hosts } = readSizes(fields, context, path, problems);
  const phases = readPhases(fields, { arrivals: seconds, drain }, path, problems);
  // A forecast brings its people later, and what is wrong already may be the reason.
  const nobody = forecast !== null || problems.length > before ? null : nobodyJudged({ phases, arrivals: curve, arrivalSeconds: seconds });
  if (nobody !== null) problems.push({ path: at(path, 'phases'), message: nobody });
  const faults = readFaults(fields.faults, { seconds: seconds + drain, nodes: service?.nodes ?? null }, at(path, 'faults'), problems);
  const recovery = readRecovery(fields.recovery, faults, seconds, at(path, 'recovery'), problems);
  return {
    name,
    forecast,
    errors: fields.errors === undefined ? null : readShare(fields.errors, at(path, 'errors'), problems),
    budgets: readBudgets(fields.budgets, context.steps, at(path, 'budgets'), problems),
    people: readPeople(fields.people, at(path, 'people'), problems),
    given: Object.keys(fields).filter((field) => fields[field] !== undefined),
    profile: {
      description: readText(fields.description, titleOf(name), at(path, 'description'), problems),
      arrivalSeconds: seconds,
      drainSeconds: drain,
      arrivals: curve,
      evenSpacing: readBoolean(fields.even, false, at(path, 'even'), problems),
      phases,
      hosts,
      clientTimeout,
      retry: readRetry(fields.retry, defaults.retry, at(path, 'retry'), problems),
      doubleTaps: readDoubleTaps(fields.doubleTaps, at(path, 'doubleTaps'), problems),
      impatienceMedian: readerOf(fields, path, problems).amount('patience', defaults.patience, readDuration),
      thinkScale,
      service,
      ...(faults.length === 0 ? {} : { faults }),
      ...(recovery === null ? {} : { recovery }),
    },
  };
}
