import { type CapacityFit, fitCapacity } from '../capacity/fit-capacity.ts';
import type { NodeWorld } from '../capacity/laws/node-world.ts';
import { exponentialService, lognormalService } from '../capacity/laws/service-law.ts';
import { mustBe } from '../numeric/must-be.ts';
import type { PeakQuantiles } from '../results/forecast/peak-quantiles.ts';
import type { CapacityFile } from '../results/plan/capacity.ts';
import type { PlanDemandPoint, PlanFile } from '../results/plan/plan.ts';
import type { StandardGiven } from '../standard/standard-given.ts';
import { ttaForm } from '../standard/tta-form.ts';
import type { Quantity } from '../workload/surge/quantity.ts';
import { describeNode, planFit, prolonged, spreadOf } from './describe/describe-fit.ts';
import { driversOf } from './describe/drivers.ts';
import { meanResponse } from './describe/mean-response.ts';
import { peakDistribution } from './peak-distribution.ts';
import { type NodePlan, planNodes } from './plan-nodes.ts';
import { type SizingPolicy, WORST_BALANCER } from './policy.ts';
import { priceParts } from './prices/price-parts.ts';
import type { DemandHour } from './schedule/hourly-demand.ts';
import { nodeSchedule, type SchedulePolicy } from './schedule/node-schedule.ts';
import { burstsFromDispersion } from './traffic/bursts-from-dispersion.ts';
import { arrivalsOf, balancingOf, calmerOf } from './traffic/other-traffic.ts';
import { plannedWorlds, type Traffic } from './traffic/planned-worlds.ts';
import { type DemandUnits, unitsAtPeak } from './units/demand-units.ts';

/** A node as described by options. Times in seconds. */
export interface NodeByHand {
  readonly serviceTime: number;
  readonly serversPerNode: number;
  /** 1, or left out: exponential; else lognormal. */
  readonly cs2?: number;
  readonly contention?: number;
  readonly coherency?: number;
}

export interface PlanInputs {
  readonly peak: PeakQuantiles;
  /** Origin of the peak, for the plan. */
  readonly ground: string;
  /** How the peak was turned into requests; null, or left out, when it was given in them. */
  readonly units?: DemandUnits | null;
  /** Hours of the demand in what it counts, requests for one of that, and how they are scheduled; left out: no schedule. */
  readonly hours?: readonly DemandHour[] | null;
  readonly perUnit?: number;
  readonly schedule?: SchedulePolicy;
  readonly node: NodeByHand | CapacityFile;
  readonly policy: SizingPolicy;
  readonly demand: readonly PlanDemandPoint[];
  /** What the policy says for the form of the sizing standard. */
  readonly standard: StandardGiven;
  readonly assumptions: PlanFile['assumptions'];
  readonly warnings: readonly string[];
}

/** Every plan of the same files is the same plan. */
const SEED = 20_261_122;
const RESAMPLES = 60;

/**
 * The whole plan: nodes with their confidence, situations, drivers, the fit, and the form of the standard.
 * Refuses like `fitCapacity`, `nodesForConfidence` and `ttaForm`.
 */
export function planServers(inputs: PlanInputs): PlanFile {
  const { policy, node } = inputs;
  mustBe.between('confidence', policy.confidence, 0.5, 0.999);
  const peak = peakDistribution(inputs.peak);
  const demand = { peak, target: policy.budget, confidence: policy.confidence };
  const fit = 'steps' in node ? fitOf(node, policy) : null;
  const peakRate = peak.quantile(policy.confidence);
  const traffic = trafficOf(policy, peakRate);
  const one = fit?.best ?? worldByHand(node as NodeByHand, { ca2: policy.arrivals?.ca2 ?? 1, balancer: traffic.balancer });
  const measured = { best: one, worlds: fit?.draws ?? [one] };
  const { best, worlds } = plannedWorlds(measured, traffic, demand);
  const plan = planNodes({ peak, best, worlds, policy });
  const spread = fit === null ? null : spreadOf(fit);
  const ratios = spread === null || fit === null ? null : ([spread.high / spread.queue, spread.low / spread.queue] as const);
  const balancing = balancingOf(measured, { traffic, needed: plan.needed.nodes }, demand, policy);
  const arrivals = arrivalsOf(measured, traffic, demand, policy);
  const drivers = driversOf({
    ...{ demand, worlds, best, needed: plan.needed.nodes, draws: fit?.draws ?? null, retries: policy.retries, spread: ratios },
    ...{ balancing, arrivals, calmer: calmerOf(measured, traffic, demand, policy) },
  });
  return {
    schema: 'surgeproof/plan',
    version: 1,
    source: fit === null ? 'by-hand' : 'measured',
    peak: { ...inputs.peak, ground: inputs.ground },
    units: inputs.units ? unitsAtPeak(inputs.units, peakRate) : null,
    budget: { percentile: policy.budget.percentile, limit: policy.budget.limit * 1000 },
    confidence: policy.confidence,
    node: describeNode(best, fit),
    balancing,
    arrivals,
    ...plan,
    ...priceParts({ peak, best, worlds, policy }),
    schedule: scheduleOf(inputs, best, worlds),
    drivers,
    demand: inputs.demand,
    fit: fit === null ? null : planFit(fit, node as CapacityFile, best, policy.budget),
    standard: standardOf(inputs, { plan, best, peakRate, measured: fit !== null }),
    assumptions: [...inputs.assumptions, ...nodeAssumptions(node)],
    warnings: [...inputs.warnings, ...(fit === null ? [] : [...fit.warnings, ...prolonged(fit, plan.recommended)])],
  };
}

/** The form of the Korean sizing standard for a plan. */
function standardOf(
  { peak, policy, standard }: PlanInputs,
  { plan, best, peakRate, measured }: { plan: NodePlan; best: NodeWorld; peakRate: number; measured: boolean },
): PlanFile['standard'] {
  return ttaForm({
    peak: {
      peakRate,
      confidence: peak.p50 === peak.p99 ? null : policy.confidence,
      response: meanResponse(best, plan.recommended, peakRate),
    },
    nodes: plan.recommended,
    carrying: plan.needed.nodes,
    serversPerNode: best.serversPerNode,
    measured,
    queued: plan.waitingRoom?.queued ?? 0,
    given: standard,
  });
}

/** In a ladder the worst balancer would excuse slow nodes; where none is named, one that is nearly one line does not. */
const fitOf = ({ steps }: CapacityFile, { balancer, arrivals }: SizingPolicy): CapacityFit =>
  fitCapacity(steps, { balancer: balancer ?? 'fewest-requests', ca2: arrivals?.ca2 ?? 1, seed: SEED, resamples: RESAMPLES });

const trafficOf = ({ balancer, arrivals }: SizingPolicy, peakRate: number): Traffic => ({
  balancer: balancer ?? WORST_BALANCER,
  bursts: burstsFromDispersion(arrivals?.dispersion ?? [], peakRate),
});

function scheduleOf({ hours, perUnit = 1, policy, schedule }: PlanInputs, best: NodeWorld, worlds: readonly NodeWorld[]) {
  return hours && schedule ? nodeSchedule({ hours, perUnit, best, worlds, policy, schedule }) : null;
}

function worldByHand(
  { serviceTime, serversPerNode, cs2 = 1, contention = 0, coherency = 0 }: NodeByHand,
  { balancer, ca2 }: Pick<NodeWorld, 'balancer' | 'ca2'>,
): NodeWorld {
  mustBe.whole('serversPerNode', serversPerNode, 1, 100_000);
  mustBe.share('contention', contention);
  mustBe.share('coherency', coherency);
  mustBe.between('ca2', ca2, 0, 10_000);
  const service = cs2 === 1 ? exponentialService(serviceTime) : lognormalService(serviceTime, cs2);
  return { service, serversPerNode, ca2, balancer, contention, coherency };
}

function nodeAssumptions(node: PlanInputs['node']): (Quantity & { name: string })[] {
  if ('steps' in node || node.cs2 !== undefined) return [];
  const source = 'service times are taken as exponential, since only their mean is given; measure them, or give --cs2';
  return [{ name: 'variability of the service cs²', value: 1, unit: '', source, kind: 'assumed' }];
}
