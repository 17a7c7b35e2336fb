import type { NodeWorld } from '../../capacity/laws/node-world.ts';
import { lognormalService, type ServiceLaw, scaledService } from '../../capacity/laws/service-law.ts';
import { retryAmplification } from '../../queueing/retries/retry-amplification.ts';
import type { PlanDriver } from '../../results/plan/plan.ts';
import type { PlanArrivals, PlanBalancing } from '../../results/plan/plan-traffic.ts';
import { nearestRank } from '../../statistics/nearest-rank.ts';
import { sayDigits } from '../../words/digits.ts';
import type { UncertainDemand } from '../nodes-for.ts';
import type { PeakDistribution } from '../peak-distribution.ts';
import { neededOrNull } from '../traffic/needed-with.ts';

export interface DriverInputs {
  /** The question of the plan, whose answer for the peak alone each bar begins at. */
  readonly demand: UncertainDemand;
  readonly worlds: readonly NodeWorld[];
  readonly needed: number;
  /** Equally likely nodes of a fit, before anything is planned of them; null when the node was given by hand. */
  readonly draws: readonly NodeWorld[] | null;
  readonly best: NodeWorld;
  readonly retries: number;
  /** Highest and lowest saturation rate of the models beside that of the queue; null when there is one model. */
  readonly spread: readonly [number, number] | null;
  readonly balancing: PlanBalancing;
  readonly arrivals: PlanArrivals;
  /** Nodes if arrivals were calmer; null where they are known and have no bursts. */
  readonly calmer: PlanDriver['low'] | null;
}

/** Relative error of a service time that was not measured, and of a budget. */
const ASSUMED_ERROR = 0.1;
const OTHER_BUDGET = 0.2;
/** Failed attempts in a bad minute. */
const FAILURES = 0.1;
/** A variability that was not measured may be half or twice the given one; constant service, this much. */
const ASSUMED_TIMES = 2;
const NOT_CONSTANT = 0.5;

type End = PlanDriver['low'];
type Count = (change: Partial<Pick<DriverInputs, 'worlds' | 'demand'>>) => number | null;

/**
 * Sensitivity of the number of nodes for the peak to each input alone, with all others as the plan has them: unchanged each gives the plan's own number. What was measured
 * varies within its 90 % interval, what is known not at all. The widest first; null nodes mean that no number keeps the budget.
 */
export function driversOf(inputs: DriverInputs): PlanDriver[] {
  const count: Count = ({ worlds = inputs.worlds, demand = inputs.demand }) => neededOrNull(worlds, demand);
  const drivers = [...demandDrivers(inputs, count), ...serviceDrivers(inputs, count), ...trafficDrivers(inputs)];
  const width = ({ low, high }: PlanDriver) =>
    low.nodes === null || high.nodes === null ? Number.MAX_VALUE : Math.abs(high.nodes - low.nodes);
  return drivers.sort((a, b) => width(b) - width(a));
}

function demandDrivers({ demand, needed, retries }: DriverInputs, count: Count): PlanDriver[] {
  const { peak, target } = demand;
  const known = (share: number): End => {
    const rate = peak.quantile(share);
    return { label: `P${100 * share}, ${digits(rate)}/s`, nodes: count({ demand: { ...demand, peak: certain(rate) } }) };
  };
  const within = (factor: number): End => {
    const limit = target.limit * factor;
    return { label: `${digits(limit * 1000)} ms`, nodes: count({ demand: { ...demand, target: { ...target, limit } } }) };
  };
  const amplified = amplifiedPeak(peak, retryAmplification({ failure: FAILURES, retries }));
  const uncertain = peak.quantile(0.05) < peak.quantile(0.95);
  return [
    ...(uncertain ? [{ name: 'peak demand', low: known(0.05), high: known(0.95), kind: 'derived' } as const] : []),
    { name: 'latency budget', low: within(1 + OTHER_BUDGET), high: within(1 - OTHER_BUDGET), kind: 'assumed' },
    {
      name: 'retries',
      low: { label: 'no attempt fails', nodes: needed },
      high: {
        label: `${100 * FAILURES} % fail, up to ${retries} retries`,
        nodes: retries === 0 ? needed : count({ demand: { ...demand, peak: amplified } }),
      },
      kind: 'assumed',
    },
  ];
}

/** A peak that is known. */
const certain = (rate: number): PeakDistribution => ({ quantile: () => rate, share: (at) => (at >= rate ? 1 : 0) });

const amplifiedPeak = ({ quantile, share }: PeakDistribution, factor: number): PeakDistribution => ({
  quantile: (p) => factor * quantile(p),
  share: (rate) => share(rate / factor),
});

function serviceDrivers({ worlds, best, draws, spread }: DriverInputs, count: Count): PlanDriver[] {
  const served = (change: (service: ServiceLaw) => ServiceLaw) =>
    count({ worlds: worlds.map((world) => ({ ...world, service: change(world.service) })) });
  const slower = (factor: number) => served((service) => scaledService(service, factor));
  const { mean } = best.service;
  const kind = draws === null ? 'assumed' : 'measured';
  const means =
    draws === null ? [mean * (1 - ASSUMED_ERROR), mean * (1 + ASSUMED_ERROR)] : interval(draws.map(({ service }) => service.mean));
  const timed = (time: number): End => ({ label: `${digits(time * 1000)} ms`, nodes: slower(time / mean) });
  const shapes = draws === null ? assumedShapes(best.service) : measuredShapes(draws);
  const shaped = ({ law, label }: Shape): End => ({
    label,
    nodes: served((service) => scaledService(law, service.mean / law.mean)),
  });
  const drivers: PlanDriver[] = [
    { name: 'service time', low: timed(means[0]!), high: timed(means[1]!), kind },
    { name: 'variability of the service', low: shaped(shapes[0]), high: shaped(shapes[1]), kind },
  ];
  if (spread === null) return drivers;
  const [most, least] = spread.map(
    (ratio): End => ({ label: `saturates at ${digits(100 * ratio)} % of the queue`, nodes: slower(1 / ratio) }),
  );
  return [...drivers, { name: 'choice of the model', low: most!, high: least!, kind: 'measured' }];
}

interface Shape {
  readonly law: ServiceLaw;
  readonly label: string;
}

function assumedShapes({ mean, cs2 }: ServiceLaw): [Shape, Shape] {
  const of = (value: number): Shape => ({ law: lognormalService(mean, value), label: `lognormal, cs² ${digits(value)}` });
  return [of(cs2 / ASSUMED_TIMES), of(cs2 === 0 ? NOT_CONSTANT : Math.min(100, cs2 * ASSUMED_TIMES))];
}

/** The service as the ladder shows it, where a resample finds it steady and where it finds it variable. */
function measuredShapes(draws: readonly NodeWorld[]): [Shape, Shape] {
  const laws = draws.map(({ service }) => service).sort((a, b) => a.cs2 - b.cs2);
  const at = (share: number): Shape => {
    const law = nearestRank(laws, share);
    return { law, label: `cs² ${digits(law.cs2)}` };
  };
  return [at(0.05), at(0.95)];
}

const interval = (values: readonly number[]): [number, number] => {
  const sorted = [...values].sort((a, b) => a - b);
  return [nearestRank(sorted, 0.05), nearestRank(sorted, 0.95)];
};

/** What is not known of the traffic; what is planned for though it is known, beside its absence. */
function trafficDrivers({ needed, balancing, arrivals, calmer }: DriverInputs): PlanDriver[] {
  const fewest = balancing.needed.find(({ balancer }) => balancer === 'fewest-requests')?.nodes ?? null;
  const balancer: PlanDriver = {
    name: 'balancing',
    low: { label: 'fewest requests', nodes: fewest },
    high: { label: 'at random', nodes: needed },
    kind: 'assumed',
  };
  return [...(balancing.named ? [] : [balancer]), ...(calmer === null ? [] : [spacing(needed, arrivals, calmer)])];
}

function spacing(needed: number, { ifBursts }: PlanArrivals, calmer: End): PlanDriver {
  if (ifBursts === null)
    return { name: 'bursts of the arrivals', low: calmer, high: { label: 'as they were counted', nodes: needed }, kind: 'measured' };
  const { factor, seconds, nodes } = ifBursts;
  return { name: 'spacing of arrivals', low: calmer, high: { label: `${factor} times the mean for ${seconds} s`, nodes }, kind: 'assumed' };
}

const digits = (value: number): string => sayDigits(value, 3);
