import { type CapacityFit, fitCapacity } from '../capacity/fit-capacity.ts';
import type { NodeWorld } from '../capacity/laws/node-world.ts';
import { exponentialService, lognormalService } from '../capacity/laws/service-law.ts';
import { mustBe } from '../numeric/must-be.ts';
import type { PeakQuantiles } from '../results/forecast/peak-quantiles.ts';
import type { CapacityFile } from '../results/plan/capacity.ts';
import type { PlanDemandPoint, PlanFile } from '../results/plan/plan.ts';
import { ttaForm } from '../standard/tta-form.ts';
import type { Quantity } from '../workload/surge/quantity.ts';
import { describeNode, planFit, prolonged, spreadOf } from './describe-fit.ts';
import { driversOf } from './drivers.ts';
import { peakDistribution } from './peak-distribution.ts';
import { planNodes } from './plan-nodes.ts';
import { type SizingPolicy, WORST_BALANCER } from './policy.ts';
import { burstsFromDispersion } from './traffic/bursts-from-dispersion.ts';
import { arrivalsOf, balancingOf } from './traffic/other-traffic.ts';
import { plannedWorlds, type Traffic } from './traffic/planned-worlds.ts';

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
  readonly node: NodeByHand | CapacityFile;
  readonly policy: SizingPolicy;
  readonly demand: readonly PlanDemandPoint[];
  /** Factors of the sizing standard by symbol. */
  readonly standard: Readonly<Record<string, number>>;
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
  const traffic = trafficOf(policy, peak.quantile(policy.confidence));
  const one = fit?.best ?? worldByHand(node as NodeByHand, { ca2: policy.arrivals?.ca2 ?? 1, balancer: traffic.balancer });
  const measured = { best: one, worlds: fit?.draws ?? [one] };
  const { best, worlds } = plannedWorlds(measured, traffic, demand);
  const plan = planNodes({ peak, best, worlds, policy });
  const described = describeNode(best, fit);
  const { low, high } = described.serviceTime;
  const serviceTime = low === null || high === null ? null : ([low / 1000, high / 1000] as const);
  const spread = fit === null ? null : spreadOf(fit);
  const ratios = spread === null || fit === null ? null : ([spread.high / spread.queue, spread.low / spread.queue] as const);
  const peakRate = peak.quantile(policy.confidence);
  return {
    schema: 'surgeproof/plan',
    version: 1,
    source: fit === null ? 'by-hand' : 'measured',
    peak: { ...inputs.peak, ground: inputs.ground },
    budget: { percentile: policy.budget.percentile, limit: policy.budget.limit * 1000 },
    confidence: policy.confidence,
    node: described,
    balancing: balancingOf(measured, { traffic, needed: plan.needed.nodes }, demand, policy),
    arrivals: arrivalsOf(measured, traffic, demand, policy),
    ...plan,
    drivers: driversOf({ peak, world: best, target: policy.budget, serviceTime, retries: policy.retries, spread: ratios }),
    demand: inputs.demand,
    fit: fit === null ? null : planFit(fit, node as CapacityFile, policy.budget.percentile),
    standard: ttaForm({
      peakRate,
      peakName: `P${Number((100 * policy.confidence).toPrecision(3))} peak`,
      nodes: plan.recommended,
      serversPerNode: best.serversPerNode,
      given: inputs.standard,
    }),
    assumptions: [...inputs.assumptions, ...nodeAssumptions(node)],
    warnings: [...inputs.warnings, ...(fit === null ? [] : [...fit.warnings, ...prolonged(fit, plan.recommended)])],
  };
}

/** In a ladder the worst balancer would excuse slow nodes; where none is named, one that is nearly one line does not. */
const fitOf = ({ steps }: CapacityFile, { balancer, arrivals }: SizingPolicy): CapacityFit =>
  fitCapacity(steps, { balancer: balancer ?? 'fewest-requests', ca2: arrivals?.ca2 ?? 1, seed: SEED, resamples: RESAMPLES });

const trafficOf = ({ balancer, arrivals }: SizingPolicy, peakRate: number): Traffic => ({
  balancer: balancer ?? WORST_BALANCER,
  bursts: burstsFromDispersion(arrivals?.dispersion ?? [], peakRate),
});

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
