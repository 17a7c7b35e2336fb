import type { NodeWorld } from '../../capacity/laws/node-world.ts';
import { lognormalService, type ServiceLaw, scaledService } from '../../capacity/laws/service-law.ts';
import { retryAmplification } from '../../queueing/retries/retry-amplification.ts';
import { Refusal } from '../../refusal.ts';
import type { PlanDriver } from '../../results/plan/plan.ts';
import type { LatencyTarget } from '../budget-rate.ts';
import { nodesForRate } from '../nodes-for.ts';
import type { PeakDistribution } from '../peak-distribution.ts';

export interface DriverInputs {
  readonly peak: PeakDistribution;
  readonly world: NodeWorld;
  readonly target: LatencyTarget;
  /** 90 % interval of the service time; null when given by hand. */
  readonly serviceTime: readonly [number, number] | null;
  readonly retries: number;
  /** Highest and lowest saturation rate of the models beside that of the queue; null when there is one model. */
  readonly spread: readonly [number, number] | null;
}

/** Relative error of a service time that was not measured. */
const ASSUMED_ERROR = 0.1;
/** Failed attempts in a bad minute. */
const FAILURES = 0.1;

/** Nodes, or null where no number keeps the budget. */
type Count = (change: { world?: NodeWorld; rate?: number; target?: LatencyTarget }) => number | null;

/**
 * Sensitivity of the number of nodes to each input alone: its range at both ends, with all others at their medians, the widest first. Drawn
 * as the tornado chart of a plan. Null nodes mean that no number keeps the budget.
 */
export function driversOf(inputs: DriverInputs): PlanDriver[] {
  const { peak, world, target } = inputs;
  const count: Count = (change) => {
    try {
      return nodesForRate(change.world ?? world, change.rate ?? peak.quantile(0.5), change.target ?? target);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return null;
    }
  };
  const [low, high] = [peak.quantile(0.05), peak.quantile(0.95)];
  const drivers: PlanDriver[] = [
    {
      name: 'peak demand',
      low: { label: `P5, ${digits(low)}/s`, nodes: count({ rate: low }) },
      high: { label: `P95, ${digits(high)}/s`, nodes: count({ rate: high }) },
      kind: 'derived',
    },
    ...serviceDrivers(inputs, count),
    ...loadDrivers(inputs, count),
  ];
  return drivers.sort((a, b) => width(b) - width(a));
}

const width = ({ low, high }: PlanDriver) =>
  low.nodes === null || high.nodes === null ? Number.MAX_VALUE : Math.abs(high.nodes - low.nodes);

function serviceDrivers({ world, target, serviceTime, spread }: DriverInputs, count: Count): PlanDriver[] {
  const { service } = world;
  const [fast, slow] = serviceTime ?? [service.mean * (1 - ASSUMED_ERROR), service.mean * (1 + ASSUMED_ERROR)];
  const at = (law: ServiceLaw) => count({ world: { ...world, service: law } });
  const timed = (mean: number) => ({ label: `${digits(mean * 1000)} ms`, nodes: at(scaledService(service, mean / service.mean)) });
  const drivers: PlanDriver[] = [
    { name: 'service time', low: timed(fast), high: timed(slow), kind: serviceTime ? 'measured' : 'assumed' },
    {
      name: 'variability of the service',
      low: { label: 'lognormal, cs² 0.5', nodes: at(lognormalService(service.mean, 0.5)) },
      high: { label: 'lognormal, cs² 2', nodes: at(lognormalService(service.mean, 2)) },
      kind: 'assumed',
    },
    {
      name: 'latency budget',
      low: { label: `${digits(target.limit * 1200)} ms`, nodes: count({ target: { ...target, limit: target.limit * 1.2 } }) },
      high: { label: `${digits(target.limit * 800)} ms`, nodes: count({ target: { ...target, limit: target.limit * 0.8 } }) },
      kind: 'assumed',
    },
  ];
  if (spread === null) return drivers;
  const [most, least] = spread.map((ratio) => ({
    label: `saturates at ${digits(100 * ratio)} % of the queue`,
    nodes: at(scaledService(service, 1 / ratio)),
  }));
  return [...drivers, { name: 'choice of the model', low: most!, high: least!, kind: 'measured' }];
}

function loadDrivers({ peak, world, retries }: DriverInputs, count: Count): PlanDriver[] {
  const rate = peak.quantile(0.5) * retryAmplification({ failure: FAILURES, retries });
  return [
    {
      name: 'balancing',
      low: { label: 'fewest requests', nodes: count({ world: { ...world, balancer: 'fewest-requests', corrections: [] } }) },
      high: { label: 'at random', nodes: count({ world: { ...world, balancer: 'random', corrections: [] } }) },
      kind: 'assumed',
    },
    {
      name: 'spacing of arrivals',
      low: { label: 'even, ca² 0', nodes: count({ world: { ...world, ca2: 0 } }) },
      high: { label: 'bursts, ca² 4', nodes: count({ world: { ...world, ca2: 4 } }) },
      kind: 'assumed',
    },
    {
      name: 'retries',
      low: { label: 'no attempt fails', nodes: count({}) },
      high: { label: `${100 * FAILURES} % fail, up to ${retries} retries`, nodes: count({ rate }) },
      kind: 'assumed',
    },
  ];
}

const digits = (value: number) => Number(value.toPrecision(3)).toLocaleString('en');
