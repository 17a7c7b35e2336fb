import { retryAmplification } from '../../queueing/retries/retry-amplification.ts';
import type { ForecastLaunch } from '../../results/forecast/forecast-launch.ts';
import type { PeakQuantiles } from '../../results/forecast/peak-quantiles.ts';
import { sayCount } from '../../words/count.ts';
import type { CurveSpec } from '../../workload/arrivals/curve-spec.ts';
import { arrivalCurve } from '../../workload/arrivals/curves/from-spec.ts';
import type { Quantity } from '../../workload/surge/quantity.ts';
import { peopleOf } from './analogues/people-of-measure.ts';
import { type Pool, poolAnalogues, predicted } from './analogues/pool-analogues.ts';
import { growthOf, scaledAnalogue } from './analogues/scale-analogue.ts';
import { crowdOf } from './arrivals/crowd.ts';
import { highestRate } from './arrivals/highest-rate.ts';
import { launchCurve, launchShape } from './arrivals/launch-curve.ts';
import { pentUpDemand } from './arrivals/pent-up.ts';
import { ASSUMED } from './assumed.ts';
import type { LaunchEvent } from './launch-event.ts';

const LEVELS = { p50: 0.5, p80: 0.8, p90: 0.9, p95: 0.95, p99: 0.99 } as const;
type Level = keyof typeof LEVELS;

const byLevel = <Value>(of: (level: Level) => Value): Record<Level, Value> => ({
  p50: of('p50'),
  p80: of('p80'),
  p90: of('p90'),
  p95: of('p95'),
  p99: of('p99'),
});

/**
 * Arrivals of an announced event as a distribution, from comparable events of the past: their sizes per head are pooled on the log scale
 * (`poolAnalogues`), become people, and people become a curve. Expects an event without problems (see `launchProblems`). Nothing is drawn at random.
 */
export function forecastLaunch(event: LaunchEvent): ForecastLaunch {
  const scaled = event.analogues.map((analogue) => scaledAnalogue(event, analogue));
  const prior = event.type === 'launch' ? ASSUMED.launchSpread : ASSUMED.recurringSpread;
  const pool = poolAnalogues(
    event.analogues.map(({ origin }, i) => ({ value: scaled[i]!, own: origin === 'own' })),
    prior.value,
  );
  const { arrivals, limits } = arrivalsByLevel(event, pool, Math.max(...scaled));
  const curves = byLevel((level) => besideUsual(launchCurve(event, arrivals[level]), event));
  const inLine = crowds(event, arrivals, curves);
  const people = withinPopulation(event, arrivals);
  const rate = byLevel((level) => highestRate(curves[level], event.window));
  const { analogues, effective, degrees, spread, spreadFrom } = pool;
  return {
    name: event.name,
    time: event.time,
    timeZone: event.timeZone,
    type: event.type,
    shape: launchShape(event),
    windowSeconds: event.window,
    measure: event.analogues[0]!.measure,
    arrivals,
    people,
    arrivalsPerSecond: rate,
    crowd: { ...withinPopulation(event, inLine), admissions: event.admissions },
    ...attempts(event, rate),
    pentUp: event.closure === null ? 0 : pentUpDemand(event.closure),
    pool: { analogues, effective, degrees, spread, spreadFrom },
    analogues: event.analogues.map(({ name, when, origin, value, population }, i) => ({
      name,
      when,
      origin,
      value,
      scaled: scaled[i]!,
      weight: pool.weights[i]!,
      population: event.population === null ? null : population,
    })),
    assumptions: assumptionsOf(event),
    limits: [...limits, ...everybody(event, arrivals, inLine)],
    curves,
  };
}

/** Arrivals in the window at each quantile, and which bound was met. */
function arrivalsByLevel(event: LaunchEvent, pool: Pool, largest: number) {
  const { measure } = event.analogues[0]!;
  const waitingUp = event.closure === null ? 0 : pentUpDemand(event.closure);
  const bound = largest * ASSUMED.largestMiss.value;
  const everybody = event.population === null ? Number.POSITIVE_INFINITY : event.population.value * ASSUMED.devices.value;
  const met = { bound: [] as string[], everybody: [] as string[] };
  const arrivals = byLevel((level): number => {
    const free = predicted(pool, LEVELS[level]);
    const said = peopleOf(event, measure, Math.min(free, bound)) + waitingUp;
    if (said > everybody) met.everybody.push(level.toUpperCase());
    else if (free > bound) met.bound.push(level.toUpperCase());
    return Math.min(said, everybody);
  });
  const { largestMiss, devices } = ASSUMED;
  const limits = [
    ...(met.bound.length === 0 ? [] : [`${met.bound.join(', ')} end at ${largestMiss.value} ${largestMiss.unit} (${largestMiss.source})`]),
    ...(met.everybody.length === 0
      ? []
      : [`${met.everybody.join(', ')} end at ${devices.value} ${devices.unit} (${devices.source}): all people come, on every device`]),
  ];
  return { arrivals, limits };
}

/** The people behind arrivals: nobody counts twice. */
function withinPopulation({ population }: LaunchEvent, arrivals: PeakQuantiles): PeakQuantiles {
  return byLevel((level) => Math.min(arrivals[level], population?.value ?? Number.POSITIVE_INFINITY));
}

/** Which quantiles are all people of the population, and how many arrivals that is. */
function everybody({ population }: LaunchEvent, arrivals: PeakQuantiles, inLine: PeakQuantiles): string[] {
  if (population === null) return [];
  const said = (of: PeakQuantiles, where: string): string[] => {
    const met = Object.keys(LEVELS).filter((level) => of[level as Level] > population.value);
    if (met.length === 0) return [];
    const most = sayCount(Number(of[met.at(-1) as Level].toPrecision(3)));
    return [
      `${met.map((level) => level.toUpperCase()).join(', ')} of the people ${where} are everybody, in up to ${most} arrivals, one from each device`,
    ];
  };
  return [...said(arrivals, 'who come'), ...said(inLine, 'in the queue')];
}

const besideUsual = (curve: CurveSpec, { usual }: LaunchEvent): CurveSpec =>
  usual === null ? curve : { shape: 'sum', of: [{ shape: 'constant', rate: usual.value }, curve] };

/** Most arrivals waiting at once. */
function crowds({ window, admissions }: LaunchEvent, arrivals: PeakQuantiles, curves: Readonly<Record<Level, CurveSpec>>): PeakQuantiles {
  if (admissions === null) return arrivals;
  return byLevel((level) => crowdOf(arrivalCurve(curves[level]), window, admissions.value));
}

/** People who were turned away and try again are attempts, not arrivals: a rehearsal makes its own. */
function attempts({ refusal }: LaunchEvent, rate: PeakQuantiles): Pick<ForecastLaunch, 'attemptsPerSecond'> {
  if (refusal === null) return {};
  const perPerson = retryAmplification({ failure: refusal.refused * refusal.retries, retries: refusal.most });
  const givingUp = 1 - (1 - refusal.refused) * perPerson;
  return { attemptsPerSecond: { ...byLevel((level) => rate[level] * perPerson), perPerson, givingUp } };
}

/** Assumed values that were used, by name, because the event states none. */
function assumptionsOf(event: LaunchEvent): Record<string, Quantity> {
  const single = event.type === 'launch' ? ASSUMED.launchSpread : ASSUMED.recurringSpread;
  const rush = { rushGrowth: ASSUMED.rushGrowth, rushShare: ASSUMED.rushShare };
  return {
    ...(event.growth === null && event.population === null ? { growth: growthOf(event) } : {}),
    ...(event.analogues.length === 1 ? { spread: single } : {}),
    ...(launchShape(event) === 'doors-open' && event.opening === null ? { halfLife: ASSUMED.halfLifeShare } : {}),
    ...(event.type === 'deadline' && event.rush === null ? rush : {}),
  };
}
